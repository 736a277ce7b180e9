using System.Net.Http.Headers;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// The handler next to the primary handler, inside all handlers of the shop. It sends nothing after the last permitted moment, removes headers
/// that would change the answer, reads the answer completely, and records the result of each send.
/// </summary>
internal sealed class RecordingHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Options.LastSendTimestamp is { } last && time.GetTimestamp() > last)
            throw new SendWindowClosedException();
        CheckAddress(call, request);
        Clean(request.Headers);
        HttpResponseMessage? response = null;
        try
        {
            response = await ExchangeAsync(call, request, cancellationToken).ConfigureAwait(false);
            call.Record(await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false), response);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            call.Record(CallFailure.Of(exception), exception);
            throw;
        }
    }

    // HttpClient would read the body outside of every handler and timeout, and a stalled body would hang forever (docs/spec/failures.md §2).
    private async Task<HttpResponseMessage> ExchangeAsync(ApiCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.RequestMessage?.RequestUri is { } answered && !ReferenceEquals(answered, asked) && answered.AbsoluteUri != asked.AbsoluteUri)
                throw Redirected(answered);
            await response.Content.LoadIntoBufferAsync(call.Operation.LargestAnswer, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
        finally
        {
            // A redirect changes the address of the message. The next send of the call must not go to that address.
            request.RequestUri = asked;
        }
    }

    private static InvalidOperationException Redirected(Uri answered) =>
        new($"The primary handler followed a redirect to {answered.GetLeftPart(UriPartial.Authority)}: what answers there is not the payment API. Turn redirects off in it.");

    // A handler may change the address of a test call (test double, service
    // discovery), but never that of a call with a live key (docs/spec/money.md §10).
    private static void CheckAddress(ApiCall call, HttpRequestMessage request)
    {
        if (!call.Secret.IsTest && request.RequestUri is { } address && !(address.Scheme == Uri.UriSchemeHttps && AddressRules.IsProviders(address)))
            throw new InvalidOperationException($"A handler of the payment client sends the request to {address.GetLeftPart(UriPartial.Authority)}, and a live key is configured. A live key is sent to hosts of tosspayments.com over https only. Remove the handler.");
    }

    // An encoding would make the answer unreadable, and a cookie would belong to other requests.
    private static void Clean(HttpRequestHeaders headers)
    {
        headers.AcceptEncoding.Clear();
        headers.Remove("Cookie");
    }
}
