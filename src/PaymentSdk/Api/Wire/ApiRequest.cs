using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Api.Wire;

/// <summary>What is to be sent: the same bytes and the same key however often it leaves.</summary>
internal sealed record ApiRequest
{
    public required ApiOperation Operation { get; init; }

    /// <summary>The path below the base address, its segments escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body. Every POST has one: a POST without is silently sent twice by the socket handler (docs/spec/failures.md §3).</summary>
    public byte[]? Body { get; init; }

    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The token of the buyer that the call acts for; null is the shop itself.</summary>
    public AccessToken? AccessToken { get; init; }

    /// <summary>Whether the body travels encrypted under the security key (docs/spec/payment-api.md §2.9).</summary>
    public bool IsSealed { get; init; }

    /// <summary>A POST of this body.</summary>
    public static ApiRequest Post<T>(ApiOperation operation, string path, T body, JsonTypeInfo<T> shape, IdempotencyKey key) => new()
    {
        Operation = operation,
        Path = path,
        IdempotencyKey = key,
        Body = JsonSerializer.SerializeToUtf8Bytes(body, shape),
    };

    /// <summary>A POST that carries nothing. Its body is empty and still there: the socket handler resends only what has none.</summary>
    public static ApiRequest EmptyPost(ApiOperation operation, string path) => new()
    {
        Operation = operation,
        Path = path,
        IdempotencyKey = PaymentSdk.Api.IdempotencyKey.New(),
        Body = [],
    };

    /// <summary>The absolute address below this base address, as it is sent.</summary>
    public string UrlAt(Uri apiBaseAddress) => apiBaseAddress.AbsoluteUri.TrimEnd('/') + Path;

    /// <summary>One path segment. A segment of dots alone would be resolved away, so its dots are escaped too.</summary>
    public static string Segment(string value) =>
        value is "." or ".." ? value.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(value);
}
