using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentSdk.Values;

/// <summary>
/// Rules of the wire that are certain: what breaks one could only be refused. The message names the field and the rule and never
/// the value, which may be a card number.
/// </summary>
internal static class Rule
{
    public static void Given(string? value, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"{field} is empty. Set it before calling the API.", field);
    }

    /// <summary>A text of a length, not blank; null passes only where <paramref name="shortest"/> is 0.</summary>
    public static void Length(string? value, int shortest, int longest, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value is null && shortest == 0)
            return;
        if (value is null || value.Length < shortest || value.Length > longest || (shortest > 0 && string.IsNullOrWhiteSpace(value)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{field} has {shortest} to {longest} characters."), field);
    }

    public static void Digits(string? value, int shortest, int longest, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value is null || value.Length < shortest || value.Length > longest || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var count = shortest == longest ? $"{shortest}" : $"{shortest} to {longest}";
            throw new ArgumentException($"{field} has {count} digits and nothing else.", field);
        }
    }

    public static void Positive(decimal? amount, [CallerArgumentExpression(nameof(amount))] string field = "")
    {
        if (amount <= 0)
            throw new ArgumentOutOfRangeException(field, amount, $"{field} must be more than 0.");
    }

    public static void NotNegative(decimal? amount, [CallerArgumentExpression(nameof(amount))] string field = "")
    {
        if (amount < 0)
            throw new ArgumentOutOfRangeException(field, amount, $"{field} must not be negative.");
    }

    public static void Between(int? value, int least, int most, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(field, value, $"{field} is a number from {least} to {most}.");
    }
}
