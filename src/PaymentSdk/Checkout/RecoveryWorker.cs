using Microsoft.Extensions.Hosting;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>
/// Claims due rows and has them settled, each on its own: one that waits for a slow answer keeps no other waiting. The
/// ledger row is the queue: several processes share the work by conditional update (design: no bus, no engine). At
/// shutdown it stops claiming and finishes what runs; what it cannot finish in time is found when its lease is over.
/// </summary>
internal sealed class RecoveryWorker(CheckoutContext context, Recovery recovery, RequestBudget budget) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan AwayDelay = TimeSpan.FromSeconds(5);

    private readonly HashSet<Task> _running = [];

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(_running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await ClaimAsync(stoppingToken).ConfigureAwait(false))
                    await WaitAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // A worker that ends is an approved payment that nobody finds: whatever is wrong, it tries again.
            catch (Exception failure)
            {
                Log.RecoveryFailed(context.Logger, failure, AwayDelay);
                await Task.Delay(AwayDelay, context.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Claims as many rows as there is room for. False when there was no room or nothing more was due.</summary>
    private async Task<bool> ClaimAsync(CancellationToken stoppingToken)
    {
        _running.RemoveWhere(task => task.IsCompleted);
        var room = budget.Take(AtOnce - _running.Count);
        if (room == 0)
            return false;
        var claimed = 0;
        try
        {
            var leaseStart = context.Time.GetTimestamp();
            var rows = await context.Ledger.ClaimDueAsync(context.Merchant, room, HeldAttempt.Lease, stoppingToken).ConfigureAwait(false);
            claimed = rows.Count;
            foreach (var entry in rows)
                _running.Add(Task.Run(() => RecoverAsync(new HeldAttempt(entry, leaseStart)), CancellationToken.None));
        }
        finally
        {
            budget.GiveBack(room - claimed);
        }

        return claimed == room;
    }

    private Task WaitAsync(CancellationToken stoppingToken)
    {
        var pause = Task.Delay(context.Settings.Current.Recovery.PollInterval, context.Time, stoppingToken);
        return _running.Count < AtOnce ? pause : Task.WhenAny([pause, .. _running]);
    }

    private async Task RecoverAsync(HeldAttempt held)
    {
        try
        {
            await recovery.RecoverAsync(held).ConfigureAwait(false);
        }
        // One row that cannot be settled must not keep the others from it.
        catch (Exception failure)
        {
            Log.RowFailed(context.Logger, failure, held.Attempt.OrderId);
        }
    }
}
