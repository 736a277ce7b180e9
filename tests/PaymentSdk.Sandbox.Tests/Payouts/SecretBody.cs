using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Sandbox.Tests.Payouts;

/// <summary>Compact JWE built without the sandbox's code, as an independent client would build it.</summary>
internal static class SecretBody
{
    public static readonly string Key = new('5', 64);

    public static string Seal(string json, string? key = null, string? header = null, bool deflate = false)
    {
        header ??= $$"""{"alg":"dir","enc":"A256GCM","iat":"{{DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)):yyyy-MM-ddTHH:mm:sszzz}}","nonce":"{{Guid.NewGuid()}}"}""";
        var head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
        var (iv, plain, tag) = (RandomNumberGenerator.GetBytes(12), deflate ? Deflate(json) : Encoding.UTF8.GetBytes(json), new byte[16]);
        var text = new byte[plain.Length];
        using var aes = new AesGcm(Convert.FromHexString(key ?? Key), 16);
        aes.Encrypt(iv, plain, text, tag, Encoding.ASCII.GetBytes(head));
        return string.Join('.', head, "", Base64Url.EncodeToString(iv), Base64Url.EncodeToString(text), Base64Url.EncodeToString(tag));
    }

    private static byte[] Deflate(string json)
    {
        using var compressed = new MemoryStream();
        using (var deflating = new DeflateStream(compressed, CompressionLevel.Fastest))
            deflating.Write(Encoding.UTF8.GetBytes(json));
        return compressed.ToArray();
    }

    public static (string Header, string Json) Open(string token, string? key = null)
    {
        var parts = token.Split('.');
        Assert.Equal((5, ""), (parts.Length, parts[1]));
        var (iv, text, tag) = (Base64Url.DecodeFromChars(parts[2]), Base64Url.DecodeFromChars(parts[3]), Base64Url.DecodeFromChars(parts[4]));
        var plain = new byte[text.Length];
        using var aes = new AesGcm(Convert.FromHexString(key ?? Key), 16);
        aes.Decrypt(iv, text, tag, plain, Encoding.ASCII.GetBytes(parts[0]));
        return (Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])), Encoding.UTF8.GetString(plain));
    }
}
