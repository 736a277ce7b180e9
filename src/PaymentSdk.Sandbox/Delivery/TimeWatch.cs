using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>
/// Checks the stores regularly, so that the webhooks of an expiry are sent even if no request arrives. When a caller moves the clock, the check
/// runs before that caller receives its answer.
/// </summary>
internal sealed class TimeWatch : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);

    private readonly PaymentStore _store;
    private readonly PayoutStore _payouts;
    private readonly SandboxClock _clock;

    public TimeWatch(PaymentStore store, PayoutStore payouts, SandboxClock clock)
    {
        (_store, _payouts, _clock) = (store, payouts, clock);
        clock.Advanced += Look;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                Look();
        }
        catch (OperationCanceledException)
        {
            // The gateway is stopping.
        }
    }

    private void Look()
    {
        _store.All();
        _payouts.Age();
    }
}
