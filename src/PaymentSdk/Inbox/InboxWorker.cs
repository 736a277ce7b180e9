using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout;
using PaymentSdk.Diagnostics;
using PaymentSdk.Settings;

namespace PaymentSdk.Inbox;

/// <summary>Makes the orders due that stored webhooks are about. Processes share the work by the ledger's leases.</summary>
internal sealed class InboxWorker(
    string merchant, IOrderLedger ledger, Hints hints, IPaymentSettingsSource settings, TimeProvider time, ILogger logger) : BackgroundService
{
    private const int AtOnce = 20;
    private const int MostTries = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AwayDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken).ConfigureAwait(false) < AtOnce)
                    await Task.Delay(settings.Current.Recovery.PollInterval, time, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // A worker that ends leaves the inbox to fill up: whatever is wrong, it tries again.
            catch (Exception failure)
            {
                Log.InboxFailed(logger, failure, AwayDelay);
                await Task.Delay(AwayDelay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken stoppingToken)
    {
        var claimed = await ledger.ClaimMessagesAsync(merchant, AtOnce, Lease, stoppingToken).ConfigureAwait(false);
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
            var due = message.OrderId is { } orderId && await hints.HintAsync(orderId, message.Claim).ConfigureAwait(false);
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

    /// <summary>A hint that cannot be handled is given up in the end: recovery looks at the order at its own time.</summary>
    private async Task PutOffAsync(InboxMessage message)
    {
        var now = await ledger.GetTimeAsync(CancellationToken.None).ConfigureAwait(false);
        var last = message.Tries + 1 >= MostTries;
        var put = message with { Tries = message.Tries + 1, HandledAt = last ? now : null, DueAt = last ? null : now + RetryDelay };
        await ledger.RecordHandlingAsync(put, CancellationToken.None).ConfigureAwait(false);
    }
}
