namespace PaymentSdk.Http;

/// <summary>
/// Reads the whole body before the answer goes on, so that the attempt timeout covers it: HttpClient would read it
/// outside of every handler, and a stalled body would hang for ever (failures.md §2).
/// </summary>
internal sealed class BufferingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(ApiCall.Of(request).Operation.LargestAnswer, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
