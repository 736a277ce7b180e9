namespace PaymentSdk.Configuration;

/// <summary>What the prefix of a key says: <c>test_gsk_</c> is a test key, secret, of the widget (docs/spec/payment-api.md §1.3).</summary>
internal readonly record struct KeyShape(string Prefix, bool IsTest, KeyRole Role, bool IsWidget)
{
    private static readonly (string Kind, KeyRole Role, bool IsWidget)[] Kinds =
    [
        ("sk", KeyRole.Secret, false), ("gsk", KeyRole.Secret, true),
        ("ck", KeyRole.Client, false), ("gck", KeyRole.Client, true),
        ("ak", KeyRole.Legacy, false),
    ];

    /// <summary>The shape of a key; null when its prefix is none of the known ones.</summary>
    public static KeyShape? Of(string key)
    {
        foreach (var (kind, role, isWidget) in Kinds)
        {
            foreach (var isTest in (ReadOnlySpan<bool>)[true, false])
            {
                var prefix = $"{(isTest ? "test" : "live")}_{kind}_";
                if (key.StartsWith(prefix, StringComparison.Ordinal))
                    return new KeyShape(prefix, isTest, role, isWidget);
            }
        }
        return null;
    }

    /// <summary>A key as a fault may show it: its prefix and its length, nothing else.</summary>
    public static string Describe(string key) =>
        Of(key) is { } shape ? $"'{shape.Prefix}…' ({key.Length} characters)" : $"a text of {key.Length} characters";
}
