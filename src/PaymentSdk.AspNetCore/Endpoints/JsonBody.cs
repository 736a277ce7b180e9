using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Reads the bytes of a JSON body, limited to 16 KiB whether or not its length was declared.</summary>
internal static class JsonBody
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Returns the bytes without a byte order mark (empty when the request has no body), or the refusal.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, Problem? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return (default, null);
        if (!JsonMediaType.Is(request.Headers.ContentType))
            return (default, RequestProblems.UnsupportedMediaType());
        if (request.ContentLength > MostBytes)
            return (default, RequestProblems.BodyTooLarge());
        try
        {
            return await ReadToEndAsync(request.BodyReader, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server's own limit may be lower than this one, and chunks may be framed wrongly.
            return (default, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestProblems.BodyTooLarge()
                : RequestProblems.Malformed("The body did not arrive completely."));
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, Problem? Refusal)> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MostBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return (default, RequestProblems.BodyTooLarge());
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return (WithoutByteOrderMark(bytes), null);
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes.AsMemory(3) : bytes;
}
