namespace PaymentSdk.Api.Wire;

/// <summary>
/// Takes the answer of one attempt. An answer that a handler of the shop made, and that did not come from the wire as it is, is read
/// whole and written down here, within the attempt timeout.
/// </summary>
internal sealed class AnswerHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (call.IsRecorded(response))
            return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(call.Operation.LargestAnswer, cancellationToken).ConfigureAwait(false);
            call.Record(await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false), response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
