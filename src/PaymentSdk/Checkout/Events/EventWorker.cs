using Microsoft.Extensions.Logging;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Events;

/// <summary>
/// Claims due events of one registration and delivers them, for several purchases at once. Processes share the work through the ledger's leases.
/// Without a handler the worker claims nothing, so that the events remain for a process that has one. At shutdown it stops claiming and lets the
/// handlers finish within the host's shutdown timeout.
/// </summary>
internal sealed class EventWorker(
    string merchant, IEventOutbox outbox, EventDispatcher dispatcher, bool anyHandlers, IPaymentSettingsSource settings, ICheckoutRuntime runtime, WorkSignal work, ILogger logger) : Worker(runtime)
{
    private const int AtOnce = 8;

    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _shutdownOver = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        var over = cancellationToken.Register(_shutdownOver.Cancel);
        await using (over.ConfigureAwait(false))
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        _shutdownOver.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!anyHandlers)
        {
            Log.NobodyHears(logger, merchant);
            return;
        }

        await RunAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
    }

    protected override void Failed(Exception failure, TimeSpan retryAfter) => Log.EventsFailed(logger, failure, retryAfter);

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var written = work.Next;
        _running.RemoveAll(delivery => delivery.IsCompleted);
        var free = AtOnce - _running.Count;
        var claimed = free == 0 ? [] : await outbox.ClaimEventsAsync(merchant, free, EventDispatcher.Lease, stoppingToken).ConfigureAwait(false);
        _running.AddRange(claimed.Select(delivery => dispatcher.DeliverAsync(delivery, _shutdownOver.Token)));
        if (free > 0 && claimed.Count == free)
            return;

        // The next event of a purchase follows as soon as the event before it is delivered.
        var recovery = settings.Current.Recovery;
        var pause = RestAsync(written, _running.Count == 0, recovery.PollInterval, recovery.IdleInterval, stoppingToken);
        await Task.WhenAny([pause, .. _running]).ConfigureAwait(false);
    }
}
