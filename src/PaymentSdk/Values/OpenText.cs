using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.Values;

/// <summary>
/// Reads an open value (<see cref="IOpenValue{TSelf}"/>) from a caller's text. Every text that such a value can have is accepted, known or not.
/// </summary>
internal static class OpenText
{
    private const int Longest = 200;

    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T result)
        where T : struct, IOpenValue<T>
    {
        var read = text is { Length: > 0 and <= Longest } && !text.Any(char.IsControl);
        result = read ? T.From(text) : default;
        return read;
    }

    /// <exception cref="FormatException">The text cannot be such a value.</exception>
    public static T Parse<T>(string? text)
        where T : struct, IOpenValue<T> =>
        TryParse<T>(text, out var value) ? value : throw new FormatException($"A {typeof(T).Name} must have 1 to {Longest} characters and no control characters.");
}
