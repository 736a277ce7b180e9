using System.Text.RegularExpressions;

namespace CheckoutDemo.Startup;

/// <summary>Whether a key was given out by the payment service, as far as its looks tell.</summary>
internal static partial class KeyLook
{
    public static bool IsLive(string key) => key.StartsWith("live_", StringComparison.Ordinal);

    /// <summary>Keys of the service end in 20 and more letters and digits; the demo's fake ones in words.</summary>
    public static bool IsReal(string key) => IsLive(key) || LongTail().IsMatch(key);

    [GeneratedRegex("^test_g?[sc]k_(docs_)?[A-Za-z0-9]{20,}$")]
    private static partial Regex LongTail();
}
