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
    /// <summary>How long a shop may take (docs/spec/payment-api.md §7.2); real time, since the shop's clock measures it.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<SandboxWebhookTry> TryAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        var at = clock.GetUtcNow();
        if (targets.Of(delivery.Webhook.Merchant) is not { } target)
            return new SandboxWebhookTry(at, null, "There is no address to send it to.");
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

    /// <summary>A stranger who forges a message does not have the shop's key.</summary>
    private string Signature(Webhook webhook, string time) => WebhookSignature.Of(
        webhook.Body, time, webhook.Forged ? [new string('0', 64)] : webhook.Merchant.SecurityKeys, options.SignsWithKeyText);
}

/// <summary>Signs a message over its raw bytes and the time of its transmission (docs/spec/payment-api.md §7.3): one signature for each key.</summary>
internal static class WebhookSignature
{
    /// <param name="body">The bytes that are sent.</param>
    /// <param name="transmissionTime">The header's value.</param>
    /// <param name="securityKeys">The shop's keys, as text of 64 hex characters.</param>
    /// <param name="withKeyText">True signs with the text of a key, false with the 32 bytes that it stands for; which the real service does is not known.</param>
    public static string Of(byte[] body, string transmissionTime, IEnumerable<string> securityKeys, bool withKeyText)
    {
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes($":{transmissionTime}")];
        return string.Join(',', securityKeys.Select(key =>
            $"v1:{Convert.ToBase64String(HMACSHA256.HashData(withKeyText ? Encoding.ASCII.GetBytes(key) : Convert.FromHexString(key), signed))}"));
    }
}
