namespace PaymentSdk.Http;

/// <summary>Stands before the socket: lets nothing leave after the last moment, and writes down what each send came to.</summary>
internal sealed class RecordingHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Options.LastSendTimestamp is { } last && time.GetTimestamp() > last)
            throw new SendWindowClosedException();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            call.Record(await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false));
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            call.Record(CallFailure.Of(exception));
            throw;
        }
    }
}
