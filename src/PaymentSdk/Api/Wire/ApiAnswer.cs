using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Wire;

/// <summary>A complete answer from the API.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? TraceId, byte[] Body)
{
    private const string InFlight = "IDEMPOTENT_REQUEST_PROCESSING";

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>The error in the body; null when the body contains no readable error.</summary>
    public ErrorBody? Error { get; } = ErrorBody.TryRead(Body);

    /// <summary>How long the answer asks the client to wait before the next request; null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The result of the send. For 5xx, 429 and 408 the status alone decides: whichever server answered, the call may have taken effect
    /// (docs/spec/payment-api.md §11).
    /// </summary>
    public SendResult Means => (int)Status switch
    {
        >= 500 or 429 or 408 => SendResult.Unsettled,
        409 when Error?.Code.Value == InFlight => SendResult.InFlight,
        _ => SendResult.Answered,
    };

    /// <summary>Whether the API itself refused the call: a 4xx status with an error code.</summary>
    public bool IsRefusal => Means is SendResult.Answered && (int)Status is >= 400 and <= 499 && Error is not null;

    /// <summary>Whether the body is still encrypted because no configured security key decrypts it.</summary>
    public bool IsSealed => SealedBody.IsOne(Body);

    /// <summary>Reads an answer whose body is already in memory, and decrypts an encrypted body.</summary>
    public static async Task<ApiAnswer> ReadAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var trace = response.Headers.TryGetValues("x-tosspayments-trace-id", out var values) ? string.Join(',', values) : null;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (SealedBody.IsOne(body))
            body = SealedBody.Open(body, call.SecurityKeys) ?? body;
        return new ApiAnswer(response.StatusCode, PrintableText.Clean(trace), WithoutByteOrderMark(body)) { RetryAfter = ReadRetryAfter(response.Headers) };
    }

    // A date is compared with the server's own Date header, because the clock of this host may be wrong.
    internal static TimeSpan? ReadRetryAfter(HttpResponseHeaders headers)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - headers.Date;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static byte[] WithoutByteOrderMark(byte[] body) =>
        body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
}

/// <summary>The error in a body: <c>{code,message}</c> of v1 or <c>{error:{code,message}}</c> of v2 (docs/spec/payment-api.md §5.1).</summary>
internal sealed record ErrorBody(PaymentErrorCode Code)
{
    /// <summary>
    /// Reads the error in a body. Returns null when the body contains no error, contains two different errors, or cannot be read. Never throws.
    /// </summary>
    public static ErrorBody? TryRead(ReadOnlyMemory<byte> body)
    {
        if (!AnswerBody.TryOpen(body, out var root))
            return null;
        if (AnswerBody.TryGetOne(root, "error", out var nested) && nested.ValueKind is JsonValueKind.Object)
            root = nested;
        if (!AnswerBody.TryGetOne(root, "code", out var code) || code.ValueKind is not JsonValueKind.String)
            return null;
        return PrintableText.Clean(code.GetString()) is { } text ? new ErrorBody(PaymentErrorCode.From(text)) : null;
    }
}

/// <summary>The result of one send.</summary>
internal enum SendResult
{
    /// <summary>The request was not sent, so it had no effect.</summary>
    NotSent,

    /// <summary>The request may have left, and no complete answer was received. It may have had any effect.</summary>
    NoAnswer,

    /// <summary>The status of the answer (5xx, 429 or 408) does not show whether the call took effect.</summary>
    Unsettled,

    /// <summary>An earlier send with the same key is still being processed: 409 <c>IDEMPOTENT_REQUEST_PROCESSING</c>.</summary>
    InFlight,

    /// <summary>A complete answer with any other status or code was received.</summary>
    Answered,
}

/// <summary>
/// Makes text from the network safe for a log or message: shortens it, and escapes every character except printable ASCII (docs/spec/money.md §10).
/// </summary>
internal static class PrintableText
{
    private const int Longest = 100;

    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var cut = text.Length > Longest ? text[..Longest] : text;
        return cut.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(cut.Select(Escape)) : cut;
    }

    private static string Escape(char character) =>
        character is >= ' ' and <= '~' ? character.ToString() : $"\\u{(int)character:x4}";
}

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

    /// <summary>Returns whether a body has the form of a JWE. A proxy in front of the API may send an unencrypted answer.</summary>
    public static bool IsOne(ReadOnlySpan<byte> body)
    {
        body = body.Trim(" \t\r\n"u8);
        return body.StartsWith("ey"u8) && body.Count((byte)'.') == 4;
    }

    /// <summary>
    /// Decrypts a body with the first key that fits. Returns null when no key fits, or when the body is damaged or uses another algorithm.
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
