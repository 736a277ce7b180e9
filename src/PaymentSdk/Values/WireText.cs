using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.Values;

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
