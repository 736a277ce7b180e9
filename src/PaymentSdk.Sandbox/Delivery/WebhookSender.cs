using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Sends one message once, with the headers of docs/spec/payment-api.md §7.2.</summary>
internal sealed class WebhookSender(WebhookTargets targets, SandboxOptions options, SandboxClock clock) : IDisposable
{
    /// <summary>
    /// The time that a shop has to answer (docs/spec/payment-api.md §7.2). It is real time, because the shop measures it with its own clock.
    /// </summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<SandboxWebhookTry> TryAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        var at = clock.GetUtcNow();
        if (targets.Of(delivery.Webhook.Merchant) is not { } target)
            return new SandboxWebhookTry(at, null, "No webhook URL is configured.");
        using var patience = new CancellationTokenSource(_patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            using var request = Request(delivery, target, at);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return new SandboxWebhookTry(at, (int)response.StatusCode, null);
        }
        catch (OperationCanceledException)
        {
            return new SandboxWebhookTry(at, null, stopping.IsCancellationRequested ? "The gateway stopped." : "No answer within 10 seconds.");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidOperationException)
        {
            return new SandboxWebhookTry(at, null, failed.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(WebhookDelivery delivery, Uri target, DateTimeOffset at)
    {
        var content = new ByteArrayContent(delivery.Webhook.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var time = Korea.Time(at);
        var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = content,
            Version = HttpVersion.Version11,
            Headers =
            {
                { "tosspayments-webhook-transmission-time", time },
                { "tosspayments-webhook-transmission-retried-count", delivery.Tries.Count.ToString(CultureInfo.InvariantCulture) },
                { "tosspayments-webhook-transmission-id", delivery.TransmissionId },
            },
        };
        if (delivery.Webhook.Signed)
            request.Headers.Add("tosspayments-webhook-signature", Signature(delivery.Webhook, time));
        return request;
    }

    /// <summary>Returns the signature. A forged message is signed with a wrong key, because a stranger does not have the shop's key.</summary>
    private string Signature(Webhook webhook, string time) => WebhookSignature.Of(
        webhook.Body, time, webhook.Forged ? [new string('0', 64)] : webhook.Merchant.SecurityKeys, options.SignsWithKeyText);
}

/// <summary>Signs the raw bytes of a message and its transmission time (docs/spec/payment-api.md §7.3), with one signature for each key.</summary>
internal static class WebhookSignature
{
    /// <param name="body">The bytes that are sent.</param>
    /// <param name="transmissionTime">The value of the header with the transmission time.</param>
    /// <param name="securityKeys">The shop's security keys, each as text of 64 hexadecimal characters.</param>
    /// <param name="withKeyText">True to sign with the text of a key, false to sign with the 32 bytes that it encodes. It is not known which of the
    /// two the real service does.</param>
    public static string Of(byte[] body, string transmissionTime, IEnumerable<string> securityKeys, bool withKeyText)
    {
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes($":{transmissionTime}")];
        return string.Join(',', securityKeys.Select(key =>
            $"v1:{Convert.ToBase64String(HMACSHA256.HashData(withKeyText ? Encoding.ASCII.GetBytes(key) : Convert.FromHexString(key), signed))}"));
    }
}
