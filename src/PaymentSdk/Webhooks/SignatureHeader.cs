using System.Security.Cryptography;

namespace PaymentSdk.Webhooks;

/// <summary>The header <c>v1:{base64},v1:{base64}</c>: two signatures while two security keys are valid (docs/spec/payment-api.md §7.3).</summary>
internal static class SignatureHeader
{
    // Two are documented; an honest sender sends no more than these.
    private const int Most = 8;

    /// <summary>The signatures of the header; null when it has none or one of them is in another form.</summary>
    public static IReadOnlyList<byte[]>? Read(string header)
    {
        if (header.Length > 1024)
            return null;
        var parts = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > Most)
            return null;
        var signatures = parts.Select(Decode).OfType<byte[]>().ToArray();
        return signatures.Length == parts.Length ? signatures : null;
    }

    private static byte[]? Decode(string part)
    {
        if (!part.StartsWith("v1:", StringComparison.Ordinal))
            return null;
        var bytes = new byte[part.Length];
        return Convert.TryFromBase64String(part["v1:".Length..].Trim(), bytes, out var length) && length == HMACSHA256.HashSizeInBytes ? bytes[..length] : null;
    }
}
