using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Wire;

/// <summary>A request to send. Every send has the same bytes and the same idempotency key.</summary>
internal sealed record ApiRequest
{
    public required ApiOperation Operation { get; init; }

    /// <summary>The path below the base address, with escaped segments.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The JSON body. Every POST has one, because the socket handler silently resends a POST without a body (docs/spec/failures.md §3).
    /// </summary>
    public byte[]? Body { get; init; }

    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The access token of the buyer for whom the call acts; null when it acts for the shop.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>Whether the body is sent encrypted with the security key (docs/spec/payment-api.md §2.9).</summary>
    public bool IsSealed { get; init; }

    /// <summary>Creates a POST with this body.</summary>
    public static ApiRequest Post<T>(ApiOperation operation, string path, T body, JsonTypeInfo<T> shape, IdempotencyKey key) => new()
    {
        Operation = operation,
        Path = path,
        IdempotencyKey = key,
        Body = JsonSerializer.SerializeToUtf8Bytes(body, shape),
    };

    /// <summary>Creates a POST with an empty body. The body is not null, because the socket handler resends a POST without a body.</summary>
    public static ApiRequest EmptyPost(ApiOperation operation, string path) => new()
    {
        Operation = operation,
        Path = path,
        IdempotencyKey = PaymentSdk.Api.IdempotencyKey.New(),
        Body = [],
    };

    /// <summary>Returns the absolute URL below this base address.</summary>
    public string UrlAt(Uri apiBaseAddress) => apiBaseAddress.AbsoluteUri.TrimEnd('/') + Path;

    /// <summary>
    /// Returns a value as one path segment. The dots of "." and ".." are escaped too, because a URL parser would remove such a segment.
    /// </summary>
    public static string Segment(string value) =>
        value is "." or ".." ? value.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(value);
}
