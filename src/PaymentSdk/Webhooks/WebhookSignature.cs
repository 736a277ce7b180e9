using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Webhooks;

/// <summary>
/// Verifies the signature of <c>payout.changed</c> and <c>seller.changed</c>, the only webhooks that have one. The signature is an HMAC-SHA256 over
/// <c>{raw body}:{transmission time}</c> under a security key. Webhooks of payments have no signature.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The name of the header that contains the signature.</summary>
    public const string Header = "tosspayments-webhook-signature";

    /// <summary>The name of the header that contains the transmission time.</summary>
    public const string TimeHeader = "tosspayments-webhook-transmission-time";

    /// <summary>The default maximum difference between the transmission time and now: 10 minutes.</summary>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Verifies a signature. The time that this takes reveals nothing about the keys. Data from the network never makes this method throw.
    /// </summary>
    /// <param name="body">
    /// The raw bytes of the body as received. JSON that was serialized again has other bytes, to which the signature does not apply.
    /// </param>
    /// <param name="signature">
    /// The value of the header <see cref="Header"/>: one or more <c>v1:{base64}</c>, of which at least one must match.
    /// </param>
    /// <param name="transmissionTime">The value of the header <see cref="TimeHeader"/>, as received.</param>
    /// <param name="securityKeys">The security keys. For 7 days after a re-issue, two of them are valid.</param>
    /// <param name="now">The current time.</param>
    /// <param name="tolerance">
    /// The maximum difference between the transmission time and <paramref name="now"/>, in either direction. Default
    /// <see cref="DefaultTolerance"/>.
    /// </param>
    public static WebhookSignatureResult Verify(
        ReadOnlyMemory<byte> body,
        string? signature,
        string? transmissionTime,
        IEnumerable<string> securityKeys,
        DateTimeOffset now,
        TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(securityKeys);
        // The cheap checks come first, so that a body that cannot be valid is not hashed.
        if (body.Length > WebhookEvent.LargestBody)
            return WebhookSignatureResult.TooLarge;
        if (string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(transmissionTime))
            return WebhookSignatureResult.Missing;
        var keys = SignatureKeys.ReadingsOf(securityKeys);
        if (keys.Count == 0)
            return WebhookSignatureResult.NoKey;
        if (SignatureHeader.Read(signature) is not { } signed || LenientDateConverter.Parse(transmissionTime) is not { } sent)
            return WebhookSignatureResult.Malformed;
        if ((now - sent).Duration() > (tolerance ?? DefaultTolerance))
            return WebhookSignatureResult.OutOfTime;
        return IsSigned([.. body.Span, (byte)':', .. Encoding.UTF8.GetBytes(transmissionTime)], signed, keys)
            ? WebhookSignatureResult.Valid
            : WebhookSignatureResult.Wrong;
    }

    /// <inheritdoc cref="Verify(ReadOnlyMemory{byte}, string?, string?, IEnumerable{string}, DateTimeOffset, TimeSpan?)"/>
    internal static WebhookSignatureResult Verify(
        ReadOnlyMemory<byte> body, string? signature, string? transmissionTime, IEnumerable<byte[]> securityKeys, DateTimeOffset now, TimeSpan? tolerance = null) =>
        Verify(body, signature, transmissionTime, securityKeys.Select(Convert.ToHexStringLower), now, tolerance);

    // Every key is compared with every signature, because an early exit would reveal by its timing which of them matched.
    private static bool IsSigned(byte[] text, IReadOnlyList<byte[]> signed, IReadOnlyList<byte[]> keys)
    {
        var found = false;
        foreach (var key in keys)
        {
            var made = HMACSHA256.HashData(key, text);
            foreach (var given in signed)
                found |= CryptographicOperations.FixedTimeEquals(made, given);
        }
        return found;
    }
}

/// <summary>
/// Reads the header <c>v1:{base64},v1:{base64}</c>. It has two signatures while two security keys are valid (docs/spec/payment-api.md §7.3).
/// </summary>
internal static class SignatureHeader
{
    // The documentation describes at most two signatures. A header with more than this number is not from the payment API.
    private const int Most = 8;

    /// <summary>Returns the signatures of the header; null when it has none or one of them has another form.</summary>
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

/// <summary>
/// The bytes that a security key of 64 hexadecimal characters can stand for. It is not documented whether the signature is made with the text or
/// with the 32 bytes that the text encodes (docs/spec/payment-api.md §7.3). Both are tried, the text also in lower and upper case.
/// </summary>
internal static class SignatureKeys
{
    public static IReadOnlyList<byte[]> ReadingsOf(IEnumerable<string> keys) =>
        [.. keys.Where(key => !string.IsNullOrWhiteSpace(key)).SelectMany(ReadingsOf).DistinctBy(Convert.ToHexString)];

    private static IEnumerable<byte[]> ReadingsOf(string key)
    {
        if (Spelled(key) is { } bytes)
            yield return bytes;
        yield return Encoding.UTF8.GetBytes(key);
        yield return Encoding.UTF8.GetBytes(key.ToLowerInvariant());
        yield return Encoding.UTF8.GetBytes(key.ToUpperInvariant());
    }

    private static byte[]? Spelled(string key)
    {
        var bytes = new byte[key.Length / 2];
        return key.Length % 2 == 0 && Convert.FromHexString(key, bytes, out _, out _) is System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
