using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>The raw bytes of a webhook, capped whether their number was declared or not.</summary>
internal static class WebhookBody
{
    /// <summary>The largest one known has a few KiB (payment-api.md §7).</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>The bytes; null when there are too many, of which no more than that were read.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MostBytes)
            {
                body.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                body.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
