using System.Net.Http.Headers;
using System.Text;

namespace PaymentSdk.Api.Wire;

/// <summary>Signs the message with the secret of its call: Basic, the secret as user, an empty password; or as a buyer, Bearer (docs/spec/payment-api.md §1.2).</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        request.Headers.Authorization = call.Authorization ?? (call.Request.AccessToken is { } token
            ? new AuthenticationHeaderValue("Bearer", token.Value)
            : new AuthenticationHeaderValue("Basic", Credentials(call)));
        return base.SendAsync(request, cancellationToken);
    }

    private static string Credentials(ApiCall call) =>
        // The colon is mandatory: without it the API answers INCORRECT_BASIC_AUTH_FORMAT.
        Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Secret.Reveal() + ":"));
}
