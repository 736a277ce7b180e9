using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Reads the complete body of a request.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The maximum size of a body. It exceeds the largest request of the API, which is a hundred encrypted payouts with all their metadata.
    /// </summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>
    /// Returns the body, or an empty one if the request has none. Refuses a body that is too large or whose content type is not JSON.
    /// </summary>
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

    /// <summary>Returns the body, regardless of its content type. Refuses a body that is too large.</summary>
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
