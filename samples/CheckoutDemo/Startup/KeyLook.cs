using System.Text.RegularExpressions;

namespace CheckoutDemo.Startup;

/// <summary>Recognizes by its form whether the payment service issued a key.</summary>
internal static partial class KeyLook
{
    public static bool IsLive(string key) => key.StartsWith("live_", StringComparison.Ordinal);

    /// <summary>
    /// Returns true for a key that ends in 20 or more letters and digits, as the service's keys do. The demo's fake keys end in words.
    /// </summary>
    public static bool IsReal(string key) => IsLive(key) || LongTail().IsMatch(key);

    [GeneratedRegex("^test_g?[sc]k_(docs_)?[A-Za-z0-9]{20,}$")]
    private static partial Regex LongTail();
}
