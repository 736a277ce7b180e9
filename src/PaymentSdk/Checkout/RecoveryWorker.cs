using Microsoft.Extensions.Hosting;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>
/// Claims due rows and has them settled. The ledger row is the queue: several processes share the work by conditional
/// update (design: no bus, no engine). At shutdown it stops claiming and finishes what runs.
/// </summary>
internal sealed class RecoveryWorker(CheckoutContext context, Recovery recovery) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan AwayDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken).ConfigureAwait(false) < AtOnce)
                    await Task.Delay(context.Settings.Current.RecoveryPollInterval, context.Time, stoppingToken).ConfigureAwait(false);
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

    private async Task<int> RunOnceAsync(CancellationToken stoppingToken)
    {
        var leaseStart = context.Time.GetTimestamp();
        var claimed = await context.Ledger.ClaimDueAsync(context.Merchant, AtOnce, HeldAttempt.Lease, stoppingToken).ConfigureAwait(false);
        await Task.WhenAll(claimed.Select(entry => RecoverAsync(new HeldAttempt(entry, leaseStart)))).ConfigureAwait(false);
        return claimed.Count;
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
