using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>
/// Passes the webhooks that are not about an order to the shop's handlers, while the sender waits. The retries of the sender serve as
/// the queue. Nothing is stored, because these webhooks may contain keys and accounts.
/// </summary>
internal sealed class OtherWebhooks(string merchant, IServiceScopeFactory scopes, IPaymentSettingsSource settings, TimeProvider time, ILogger logger)
{
    public async Task<WebhookReceipt> DispatchAsync(WebhookEvent webhook, ReceivedWebhook transmission, CancellationToken cancellationToken)
    {
        if (TrustIn(webhook, transmission) is not { } trust)
            return WebhookReceipt.WrongSignature;
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var handled = false;
            foreach (var handler in scope.ServiceProvider.GetKeyedServices<IWebhookEventHandler>(merchant))
            {
                if (!await TryHandleAsync(handler, webhook, trust, cancellationToken).ConfigureAwait(false))
                    return WebhookReceipt.HandlerFailed;
                handled = true;
            }

            return handled ? WebhookReceipt.Handled : WebhookReceipt.NotAboutOrders;
        }
    }

    private async Task<bool> TryHandleAsync(IWebhookEventHandler handler, WebhookEvent webhook, WebhookTrust trust, CancellationToken cancellationToken)
    {
        try
        {
            await handler.HandleAsync(webhook, trust, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.WebhookHandlerFailed(logger, failure, merchant);
            return false;
        }
    }

    /// <summary>
    /// Returns whether the webhook is signed; null when it must have a valid signature and has none. Without a configured security key no signature
    /// can be verified, so the webhook counts as unverified.
    /// </summary>
    private WebhookTrust? TrustIn(WebhookEvent webhook, ReceivedWebhook transmission)
    {
        if (webhook is not (PayoutChangedEvent or SellerChangedEvent))
            return WebhookTrust.Unverified;
        var keys = settings.Current.SecurityKeys;
        if (keys.Count == 0)
            return WebhookTrust.Unverified;
        var result = WebhookSignature.Verify(transmission.Body, transmission.Signature, transmission.Time, keys, time.GetUtcNow());
        if (result == WebhookSignatureResult.Valid)
            return WebhookTrust.Signed;
        Log.WrongSignature(logger, merchant, result);
        return null;
    }
}
