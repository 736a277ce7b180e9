using System.Diagnostics.CodeAnalysis;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The wildcard of <c>https://*.myshop.com</c>. It is removed to read the rest, and restored for a suggestion.</summary>
internal static class SubdomainPatternText
{
    private const string Wildcard = "://*.";

    public static bool TryCut(string? text, [NotNullWhen(true)] out string? withoutWildcard)
    {
        var at = text?.IndexOf(Wildcard, StringComparison.Ordinal) ?? -1;
        withoutWildcard = at < 0 ? null : string.Concat(text.AsSpan(0, at), "://", text.AsSpan(at + Wildcard.Length));
        return withoutWildcard is not null;
    }

    public static string Join(string baseOrigin) => baseOrigin.Replace("://", Wildcard, StringComparison.Ordinal);
}
