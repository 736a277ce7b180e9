using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// The page's <c>Cross-Origin-Opener-Policy</c>. The value <c>same-origin</c> would cut off the windows that wallets and card apps open
/// (docs/spec/payment-api.md §9.4).
/// </summary>
internal static class OpenerPolicy
{
    public const string Header = "Cross-Origin-Opener-Policy";

    private const string Needed = "same-origin-allow-popups";
    private const string TooStrict = "same-origin";

    /// <summary>
    /// Returns the value to send for the page's own value. Only the value that cannot work is replaced; a reporting endpoint in it is kept.
    /// </summary>
    public static StringValues Of(StringValues own, out bool isReplaced)
    {
        var text = own.ToString();
        var word = text.Split(';')[0].Trim();
        isReplaced = word == TooStrict;
        if (isReplaced)
            return Needed + text[(text.IndexOf(TooStrict, StringComparison.Ordinal) + TooStrict.Length)..];
        return word.Length == 0 ? Needed : own;
    }
}
