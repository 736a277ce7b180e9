using System.Text;
using System.Text.Json;

namespace PaymentSdk.Api.Wire;

/// <summary>Builds the request of a call for which this version of the SDK has no method.</summary>
internal static class RawCall
{
    /// <exception cref="ArgumentException">The path or the JSON is not valid.</exception>
    public static ApiRequest Build(HttpMethod method, string path, string? json, IdempotencyKey? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(method);
        Check(path);
        var isQuery = method == HttpMethod.Get || method == HttpMethod.Head;
        if (isQuery && json is not null)
            throw new ArgumentException($"A {method} request must not have a body. Put its parameters into the query string of the path.", nameof(json));
        return new ApiRequest
        {
            // The path may contain keys, so logs and spans use the same name for all raw calls.
            Operation = new ApiOperation("raw call", method, "(raw)", isQuery ? OperationKind.Query : OperationKind.Money) { IsSlow = true, IsList = true },
            Path = path,
            Body = json is null ? EmptyBody(method) : Bytes(json),
            IdempotencyKey = method == HttpMethod.Post ? idempotencyKey ?? IdempotencyKey.New() : idempotencyKey,
        };
    }

    private static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException("The path must begin with one '/', e.g. /v1/payments/confirm; the address of the API comes from Payment:ApiBaseAddress.", nameof(path));
        if (path.AsSpan().ContainsAnyExceptInRange('!', '~') || path.Contains('#', StringComparison.Ordinal))
            throw new ArgumentException("The path must have only printable ASCII characters and no space or '#'. Escape its segments and values with Uri.EscapeDataString.", nameof(path));
    }

    private static byte[] Bytes(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Encoding.UTF8.GetBytes(json);
        }
        catch (JsonException)
        {
            // The message of the JSON exception may quote the body, so it is not included.
            throw new ArgumentException("The body is not JSON. Serialize it before calling.", nameof(json));
        }
    }

    private static byte[]? EmptyBody(HttpMethod method) => method == HttpMethod.Post ? [] : null;
}
