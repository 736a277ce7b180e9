namespace PaymentSdk.Configuration;

/// <summary>
/// The properties of a key that its prefix shows. For example, <c>test_gsk_</c> is the prefix of a secret test key of the widget
/// (docs/spec/payment-api.md §1.3).
/// </summary>
internal readonly record struct KeyShape(string Prefix, bool IsTest, KeyRole Role, bool IsWidget)
{
    private static readonly (string Kind, KeyRole Role, bool IsWidget)[] Kinds =
    [
        ("sk", KeyRole.Secret, false), ("gsk", KeyRole.Secret, true),
        ("ck", KeyRole.Client, false), ("gck", KeyRole.Client, true),
        ("ak", KeyRole.Legacy, false),
    ];

    /// <summary>Returns the shape of a key; null when its prefix is unknown.</summary>
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

    /// <summary>Describes a key for a fault by its prefix and its length, and nothing else.</summary>
    public static string Describe(string key) =>
        Of(key) is { } shape ? $"'{shape.Prefix}…' ({key.Length} characters)" : $"a text of {key.Length} characters";
}
