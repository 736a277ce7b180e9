using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// Compact JWE with <c>dir</c> and <c>A256GCM</c> under a security key (docs/spec/payment-api.md §2.9). It uses the platform's AES-GCM, because
/// tests would not find a bug in a library that the client also uses.
/// </summary>
internal static class Jwe
{
    private const int _ivBytes = 12;
    private const int _tagBytes = 16;

    /// <summary>
    /// Returns the plain text, or null if the token is broken, was encrypted under another key, or has a header that the API does not accept.
    /// </summary>
    public static byte[]? Open(string token, string securityKey)
    {
        if (token.Split('.') is not [var header, "", var iv, var text, var tag])
            return null;
        try
        {
            var (ivBytes, textBytes, tagBytes) = (Decode(iv), Decode(text), Decode(tag));
            using var protectedHeader = JsonDocument.Parse(Decode(header));
            var members = protectedHeader.RootElement;
            if (!IsAccepted(members) || ivBytes.Length != _ivBytes || tagBytes.Length != _tagBytes)
                return null;
            using var aes = new AesGcm(Convert.FromHexString(securityKey), _tagBytes);
            var plain = new byte[textBytes.Length];
            aes.Decrypt(ivBytes, textBytes, tagBytes, plain, Encoding.ASCII.GetBytes(header));
            return Text(members, "zip") == "DEF" ? Inflate(plain) : plain;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or JsonException or InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }

    public static string Seal(byte[] plain, string securityKey, DateTimeOffset now)
    {
        var header = Base64Url.EncodeToString(Json.Write(new JsonObject
        {
            ["alg"] = "dir",
            ["enc"] = "A256GCM",
            ["iat"] = Korea.Time(now),
            ["nonce"] = Guid.NewGuid().ToString(),
        }));
        var (iv, text, tag) = (RandomNumberGenerator.GetBytes(_ivBytes), new byte[plain.Length], new byte[_tagBytes]);
        using var aes = new AesGcm(Convert.FromHexString(securityKey), _tagBytes);
        aes.Encrypt(iv, plain, text, tag, Encoding.ASCII.GetBytes(header));
        return $"{header}..{Base64Url.EncodeToString(iv)}.{Base64Url.EncodeToString(text)}.{Base64Url.EncodeToString(tag)}";
    }

    // The guide requires an iat without fractions, but its example has fractions. Both are accepted.
    private static bool IsAccepted(JsonElement members) =>
        Text(members, "alg") == "dir" && Text(members, "enc") == "A256GCM" && Text(members, "zip") is null or "DEF"
        && Text(members, "nonce") is { Length: > 0 }
        && DateTimeOffset.TryParse(Text(members, "iat"), CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Text(JsonElement members, string name) => members.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Decompresses a text, because one known client compresses. Throws if the result is larger than a request may be.</summary>
    private static byte[] Inflate(byte[] compressed)
    {
        using var inflating = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        var plain = new byte[RequestBody.MaxBytes + 1];
        var length = inflating.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
        return length <= RequestBody.MaxBytes ? plain[..length] : throw new InvalidDataException();
    }

    private static byte[] Decode(string part) => Base64Url.DecodeFromChars(part);
}
