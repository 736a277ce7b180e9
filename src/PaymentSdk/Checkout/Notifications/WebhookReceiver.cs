using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>
/// Receives the webhooks of one registration and stores those that are about an order of the shop. The content of a webhook is not trusted: a worker
/// requests a query, which shows the actual state.
/// </summary>
internal sealed class WebhookReceiver(
    string merchant, IOrderLedger ledger, RecentNotifications recent, ReceiverSlots slots, OtherWebhooks others, ICheckoutRuntime runtime, WorkSignal work, ILogger logger)
{
    /// <summary>
    /// The maximum number of waiting webhooks. It exceeds the number of webhooks that a sales campaign causes during the minutes in which a worker
    /// may be down.
    /// </summary>
    public const int MaxWaiting = 10_000;

    private static readonly TimeSpan ReplayWithin = TimeSpan.FromMinutes(10);

    /// <summary>Waits for a slot. Call it after the body was received.</summary>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => slots.EnterAsync(cancellationToken);

    /// <param name="transmission">The webhook as it was received.</param>
    /// <param name="cancellationToken">Cancels the call; whether the webhook was stored is then not known.</param>
    /// <exception cref="LedgerException">The ledger is unavailable; the sender must repeat the webhook.</exception>
    public async Task<WebhookReceipt> ReceiveAsync(ReceivedWebhook transmission, CancellationToken cancellationToken)
    {
        var receipt = await DecideAsync(transmission, cancellationToken).ConfigureAwait(false);
        Telemetry.CountWebhook(merchant, Word(receipt));
        return receipt;
    }

    private async Task<WebhookReceipt> DecideAsync(ReceivedWebhook transmission, CancellationToken cancellationToken)
    {
        if (!WebhookEvent.TryParse(transmission.Body, out var webhook, out var reason))
        {
            Log.WebhookUnreadable(logger, merchant, reason);
            return WebhookReceipt.Malformed;
        }

        if (PaymentNotification.Of(webhook) is not { } notification)
            return await others.DispatchAsync(webhook, transmission, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(notification, cancellationToken).ConfigureAwait(false) is not { Attempt: var attempt } entry)
            return WebhookReceipt.UnknownOrder;

        var verification = notification.VerifyFor(attempt);
        if (verification != Verification.Verified
            && (RecheckRequests.IsAwaited(attempt, entry.Now) || !recent.TryBegin(attempt.OrderId, attempt.NotifiedAt)))
            return WebhookReceipt.Coalesced;
        if (verification == Verification.WrongSecret)
            Log.WrongSecret(logger, attempt.OrderId, webhook.Type.Value);

        var message = Message(transmission, webhook, attempt.OrderId, notification.Claim(verification));
        return await StoreAsync(message, verification, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WebhookReceipt> StoreAsync(InboxMessage message, Verification verification, CancellationToken cancellationToken)
    {
        var stored = false;
        try
        {
            var result = await ledger.ReceiveAsync(message, MaxWaiting, ReplayWithin, cancellationToken).ConfigureAwait(false);
            work.Raise();
            stored = result == InboxResult.Stored;
            return result switch
            {
                InboxResult.Stored => WebhookReceipt.Stored,
                InboxResult.Replayed => WebhookReceipt.Replayed,
                _ => WebhookReceipt.Full,
            };
        }
        finally
        {
            // A notification that was not stored has made nothing due, so the next one must be accepted.
            if (!stored && verification != Verification.Verified)
                recent.Forget(message.OrderId!.Value);
        }
    }

    private static string Word(WebhookReceipt receipt) => receipt switch
    {
        WebhookReceipt.Stored => "stored",
        WebhookReceipt.Replayed => "replayed",
        WebhookReceipt.Coalesced => "coalesced",
        WebhookReceipt.UnknownOrder => "unknown-order",
        WebhookReceipt.NotAboutOrders => "not-about-orders",
        WebhookReceipt.Handled => "handled",
        WebhookReceipt.HandlerFailed => "handler-failed",
        WebhookReceipt.WrongSignature => "wrong-signature",
        WebhookReceipt.Malformed => "malformed",
        _ => "full",
    };

    private async Task<AttemptSnapshot?> FindAsync(PaymentNotification notification, CancellationToken cancellationToken)
    {
        if (!OrderId.TryParse(notification.OrderId.Value, out var orderId, out _))
            return null;
        var entry = await ledger.FindAsync(merchant, orderId, cancellationToken).ConfigureAwait(false);
        return entry is { Attempt: var attempt } && notification.IsAbout(attempt) ? entry : null;
    }

    private InboxMessage Message(ReceivedWebhook transmission, WebhookEvent webhook, OrderId orderId, string claim) => new()
    {
        Merchant = merchant,
        MessageId = runtime.NewGuid(),
        BodyHash = Convert.ToHexStringLower(SHA256.HashData(transmission.Body.Span)),
        EventType = webhook.Type.Value,
        TransmissionId = IsPlain(transmission.Id) ? transmission.Id : null,
        OrderId = orderId,
        Claim = claim,
        Body = KeptBody.Of(webhook.Raw),
    };

    private static bool IsPlain(string? text) =>
        text is { Length: > 0 and <= 100 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
