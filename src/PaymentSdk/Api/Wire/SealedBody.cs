using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Encrypts and decrypts the bodies of payouts v2: compact JWE (RFC 7516) with <c>alg: dir</c> and <c>enc: A256GCM</c> under the security key
/// (docs/spec/payment-api.md §2.9). The cipher is the platform's own; decision 0036 explains why no JOSE package is used.
/// </summary>
internal static class SealedBody
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts a body. The header contains the time, as Korean time without fractions, and a nonce.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> body, byte[] key, DateTimeOffset now)
    {
        var issued = now.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"dir","enc":"A256GCM","iat":"{{issued}}","nonce":"{{Guid.NewGuid()}}"}"""));
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var cipher = new byte[body.Length];
        var tag = new byte[TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, body, cipher, tag, Encoding.ASCII.GetBytes(header));
        // The second part, the encrypted key, is empty because both sides have the key.
        return Encoding.ASCII.GetBytes($"{header}..{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(cipher)}.{Base64Url.EncodeToString(tag)}");
    }

    /// <summary>Returns whether a body has the form of a JWE. A proxy in front of the API may answer unencrypted.</summary>
    public static bool IsOne(ReadOnlySpan<byte> body)
    {
        body = body.Trim(" \t\r\n"u8);
        return body.StartsWith("ey"u8) && body.Count((byte)'.') == 4;
    }

    /// <summary>
    /// Decrypts a body with the first key that fits. Returns null when none fits, or when the body is damaged or uses another algorithm.
    /// </summary>
    public static byte[]? Open(ReadOnlySpan<byte> body, IEnumerable<byte[]> keys)
    {
        var parts = Encoding.ASCII.GetString(body).Trim().Split('.');
        if (parts.Length != 5 || parts[1].Length > 0 || !IsOurs(Decode(parts[0])))
            return null;
        if (Decode(parts[2]) is not { Length: NonceSize } nonce || Decode(parts[3]) is not { } cipher || Decode(parts[4]) is not { Length: TagSize } tag)
            return null;
        return keys.Select(key => Decrypt(key, nonce, cipher, tag, Encoding.ASCII.GetBytes(parts[0]))).FirstOrDefault(text => text is not null);
    }

    private static byte[]? Decrypt(byte[] key, byte[] nonce, byte[] cipher, byte[] tag, byte[] header)
    {
        var text = new byte[cipher.Length];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(nonce, cipher, tag, text, header);
            return text;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // No other header is accepted: no compression ("zip"), and no extension that must be understood ("crit").
    private static bool IsOurs(byte[]? header)
    {
        try
        {
            using var document = JsonDocument.Parse(header ?? []);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object
                && root.TryGetProperty("alg", out var alg) && alg.ValueKind is JsonValueKind.String && alg.ValueEquals("dir"u8)
                && root.TryGetProperty("enc", out var enc) && enc.ValueKind is JsonValueKind.String && enc.ValueEquals("A256GCM"u8)
                && !root.TryGetProperty("zip", out _) && !root.TryGetProperty("crit", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[]? Decode(string part)
    {
        try
        {
            return Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
