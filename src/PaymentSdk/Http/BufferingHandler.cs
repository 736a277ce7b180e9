namespace PaymentSdk.Http;

/// <summary>
/// Reads the whole body before the answer goes on, so that the attempt timeout covers it: HttpClient would read it
/// outside of every handler, and a stalled body would hang for ever (failures.md §2).
/// </summary>
internal sealed class BufferingHandler : DelegatingHandler
{
    /// <summary>The largest body that is read: 2 MiB.</summary>
    public const int Largest = 2 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var body = new ByteArrayContent(await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
            foreach (var header in response.Content.Headers)
                body.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response.Content.Dispose();
            response.Content = body;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > Largest)
                throw new BodyTooLargeException();
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
