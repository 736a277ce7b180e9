using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Webhooks;

/// <summary>
/// Checks the signature of <c>payout.changed</c> and <c>seller.changed</c>, the only webhooks that have one: HMAC-SHA256 over
/// <c>{raw body}:{transmission time}</c> under a security key. There is no signature of payment webhooks.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header of the signature.</summary>
    public const string Header = "tosspayments-webhook-signature";

    /// <summary>The header of the transmission time.</summary>
    public const string TimeHeader = "tosspayments-webhook-transmission-time";

    /// <summary>How far the transmission time may be from now: 10 minutes.</summary>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Checks a signature, in a time that tells nothing of the keys. Never throws for what came over the network.</summary>
    /// <param name="body">The raw bytes as they came; JSON that was written again is another body.</param>
    /// <param name="signature">The header <see cref="Header"/>: one or more <c>v1:{base64}</c>, of which one has to match.</param>
    /// <param name="transmissionTime">The header <see cref="TimeHeader"/>, as it came.</param>
    /// <param name="securityKeys">The security keys: after a re-issue two of them are valid for 7 days.</param>
    /// <param name="now">Now.</param>
    /// <param name="tolerance">How far the transmission time may be from now, either way; default <see cref="DefaultTolerance"/>.</param>
    public static WebhookSignatureResult Verify(
        ReadOnlyMemory<byte> body,
        string? signature,
        string? transmissionTime,
        IEnumerable<string> securityKeys,
        DateTimeOffset now,
        TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(securityKeys);
        // The cheap answers first: nothing is hashed that could not be valid.
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

    // Every key meets every signature: no early end tells which of them was near.
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

/// <summary>
/// The bytes that a security key of 64 hexadecimal characters may mean. Whether the signature is made with the text or with the 32 bytes
/// that it spells is not documented (docs/spec/payment-api.md §7.3), so both readings are tried, the text in either case.
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
