using System.Net.Http.Headers;
using System.Text;

namespace PaymentSdk.Http;

/// <summary>Signs the message with the secret of its call: Basic, the secret as user, an empty password (payment-api.md §1.2).</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The colon is mandatory: without it the API answers INCORRECT_BASIC_AUTH_FORMAT.
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(ApiCall.Of(request).Secret.Reveal() + ":"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return base.SendAsync(request, cancellationToken);
    }
}
