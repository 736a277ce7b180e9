using System.Net.Http.Headers;

namespace PaymentSdk.Api.Wire;

/// <summary>Signs the message with the secret of its call: Basic, the secret as user, an empty password; or as a buyer, Bearer (docs/spec/payment-api.md §1.2).</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        request.Headers.Authorization = call.Authorization ?? (call.Request.AccessToken is { } token
            ? new AuthenticationHeaderValue("Bearer", token.Value)
            : new AuthenticationHeaderValue("Basic", call.Secret.ToBasic()));
        return base.SendAsync(request, cancellationToken);
    }
}
