using System.Text;

namespace PaymentSdk.Webhooks;

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
