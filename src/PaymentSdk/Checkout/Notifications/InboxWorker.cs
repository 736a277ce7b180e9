using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>Handles stored webhooks by making their orders due. Processes share the work through the ledger's leases.</summary>
internal sealed class InboxWorker(
    string merchant, IOrderLedger ledger, RecheckRequests rechecks, IPaymentSettingsSource settings, ICheckoutRuntime runtime, WorkSignal work, ILogger logger) : Worker(runtime)
{
    private const int MaxCount = 20;
    private const int MaxTries = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var written = work.Next;
        var claimed = await RunOnceAsync(stoppingToken).ConfigureAwait(false);
        var recovery = settings.Current.Recovery;
        if (claimed < MaxCount)
            await RestAsync(written, claimed == 0, recovery.PollInterval, recovery.IdleInterval, stoppingToken).ConfigureAwait(false);
    }

    protected override void Failed(Exception failure, TimeSpan retryAfter) => Log.InboxFailed(logger, failure, retryAfter);

    private async Task<int> RunOnceAsync(CancellationToken stoppingToken)
    {
        var claimed = await ledger.ClaimMessagesAsync(merchant, MaxCount, Lease, stoppingToken).ConfigureAwait(false);
        foreach (var message in claimed)
        {
            stoppingToken.ThrowIfCancellationRequested();
            await HandleAsync(message).ConfigureAwait(false);
        }

        return claimed.Count;
    }

    private async Task HandleAsync(InboxMessage message)
    {
        try
        {
            var due = message.OrderId is { } orderId && await rechecks.RequestAsync(orderId, message.Claim).ConfigureAwait(false);
            var now = await ledger.GetTimeAsync(CancellationToken.None).ConfigureAwait(false);
            await ledger.RecordHandlingAsync(message with { HandledAt = now, DueAt = null }, CancellationToken.None).ConfigureAwait(false);
            Log.WebhookHandled(logger, message.OrderId, message.Claim, due);
        }
        catch (Exception failure)
        {
            Log.WebhookFailed(logger, failure, message.OrderId);
            await PutOffAsync(message).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Postpones a notification that could not be handled. After the last try the notification is abandoned, and recovery queries the order on its
    /// schedule.
    /// </summary>
    private async Task PutOffAsync(InboxMessage message)
    {
        var now = await ledger.GetTimeAsync(CancellationToken.None).ConfigureAwait(false);
        var last = message.FailureCount + 1 >= MaxTries;
        var put = message with { FailureCount = message.FailureCount + 1, HandledAt = last ? now : null, DueAt = last ? null : now + RetryDelay };
        await ledger.RecordHandlingAsync(put, CancellationToken.None).ConfigureAwait(false);
    }
}
