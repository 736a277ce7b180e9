using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using PaymentSdk.Api;

namespace PaymentSdk.Values;

/// <summary>
/// Rules that the API is known to enforce: it would refuse every request that breaks one of them. The message of an exception contains the field and
/// the rule, but never the value, which may be a card number.
/// </summary>
internal static class Rule
{
    public static void Given(string? value, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"{Name(field)} is empty. Set it before calling the API.", Name(field));
        Sendable(value, field);
    }

    public static void Given<T>(T value, [CallerArgumentExpression(nameof(value))] string field = "")
        where T : struct, IOpenValue<T> => Given(value.Value, field);

    /// <summary>
    /// Requires a valid customer key of at most this length. Keys from a request body or from the API are kept as received, valid or not.
    /// </summary>
    public static void Customer(CustomerKey key, int longest = 300, string field = nameof(CustomerKey))
    {
        Given(key.Value, field);
        if (key.Value.Length > longest || !CustomerKey.TryParse(key.Value, out _, out _))
            throw new ArgumentException($"{field} must have 2 to {longest} printable ASCII characters and no spaces.", field);
    }

    public static void Key(IdempotencyKey key) => Given(key.Value, nameof(IdempotencyKey));

    /// <summary>Requires a text that is not blank and has at most this length.</summary>
    public static void Text(string? value, int longest, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > longest)
            throw new ArgumentException($"{Name(field)} must have 1 to {longest} characters.", Name(field));
        Sendable(value, field);
    }

    /// <summary>Requires that a text, if there is one, has at most this length.</summary>
    public static void AtMost(string? value, int longest, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value?.Length > longest)
            throw new ArgumentException($"{Name(field)} must have at most {longest} characters.", Name(field));
        Sendable(value, field);
    }

    /// <summary>
    /// Requires a valid name for the holder of a bank account. In its length, every character outside ASCII, such as a Korean one, counts twice.
    /// </summary>
    public static void Holder(string? value, string field)
    {
        AtMost(value, 60, field);
        if (value?.Sum(character => char.IsAscii(character) ? 1 : 2) > 60)
            throw new ArgumentException($"{field} must have at most 30 Korean or 60 Latin characters.", field);
    }

    /// <summary>
    /// Requires that a text, if there is one, can be sent unchanged. In JSON and URLs, an unpaired surrogate would become U+FFFD.
    /// </summary>
    public static void Sendable(string? value, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value is null)
            return;
        if (value.Contains('\0', StringComparison.Ordinal) || !StorableText.IsWhole(value))
            throw new ArgumentException($"{Name(field)} holds U+0000 or an unpaired surrogate, which cannot be sent. Remove it.", Name(field));
    }

    public static void Digits(string? value, int shortest, int longest, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value is null || value.Length < shortest || value.Length > longest || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var count = shortest == longest ? $"{shortest}" : $"{shortest} to {longest}";
            throw new ArgumentException($"{Name(field)} must be {count} digits.", Name(field));
        }
    }

    public static void Positive(decimal? amount, [CallerArgumentExpression(nameof(amount))] string field = "")
    {
        if (amount <= 0)
            throw new ArgumentOutOfRangeException(Name(field), amount, $"{Name(field)} must be more than 0.");
    }

    public static void NotNegative(decimal? amount, [CallerArgumentExpression(nameof(amount))] string field = "")
    {
        if (amount < 0)
            throw new ArgumentOutOfRangeException(Name(field), amount, $"{Name(field)} must not be negative.");
    }

    public static void Between(int? value, int least, int maxCount, [CallerArgumentExpression(nameof(value))] string field = "")
    {
        if (value < least || value > maxCount)
            throw new ArgumentOutOfRangeException(Name(field), value, $"{Name(field)} must be a number from {least} to {maxCount}.");
    }

    // Returns "Amount" for "request.Amount".
    private static string Name(string field) => field.StartsWith("request.", StringComparison.Ordinal) ? field["request.".Length..] : field;
}

/// <summary>The rule for every opaque text of the API: printable ASCII characters without spaces, within a range of lengths.</summary>
internal static class WireText
{
    public static bool TryRead(string? text, string what, int shortest, int longest, [NotNullWhen(false)] out string? reason)
    {
        reason = text switch
        {
            null or "" => $"{Capitalised(what)} is required.",
            _ when text.Length < shortest || text.Length > longest =>
                $"{Capitalised(what)} must have {shortest} to {longest} characters; this one has {text.Length}.",
            _ when text.AsSpan().ContainsAnyExceptInRange('!', '~') =>
                $"{Capitalised(what)} must have only printable ASCII characters and no spaces.",
            _ => null,
        };
        return reason is null;
    }

    private static string Capitalised(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
