using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Reads a request to its end.</summary>
internal static class RequestBody
{
    /// <summary>More than any request of the API needs: a hundred payouts with all their metadata, encrypted.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The body; empty where there is none. Refused when it is not said to be JSON or is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsDelete(request.Method))
            return default;
        if (request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0)
            return default;
        if (!request.HasJsonContentType())
            throw new RefusedException("INVALID_REQUEST");
        return await ReadBytesAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The body whatever it is said to be. Refused when it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException)
        {
            throw new RefusedException("INVALID_REQUEST");
        }

        return body.ToArray();
    }
}
