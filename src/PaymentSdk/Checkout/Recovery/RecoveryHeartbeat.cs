using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.Commit;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Tells the ledger that this process recovers, and learns what all of them share: how many they are, and how many rows wait for
/// routine queries. A ledger that does not answer changes nothing; the next beat tries again.
/// </summary>
internal sealed class RecoveryHeartbeat(CheckoutContext context)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Processes that start together see each other at the second beat.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Alive = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    private readonly string _process = context.Runtime.NewGuid().ToString("N");
    private long? _beat;
    private TimeSpan _pause = Second;
    private long? _counted;

    /// <summary>Beats if it is time to.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (!IsOver(_beat, _pause))
            return;
        _pause = _beat is null ? Second : Every;
        _beat = context.Time.GetTimestamp();
        try
        {
            context.Budget.ShareAmong(await context.Ledger.BeatAsync(context.Merchant, _process, Alive, cancellationToken).ConfigureAwait(false));
            await CountAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException failure)
        {
            Log.BeatFailed(context.Logger, failure, Every);
        }
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var perMinute = context.Budget.OfMerchant;
        if (perMinute is { } budget)
        {
            if (!IsOver(_counted, CountEvery))
                return;
            _counted = context.Time.GetTimestamp();
            var waiting = await context.Ledger.CountDueAsync(
                context.Merchant, RecoveryLane.Routine, RecoveryPace.Horizon, RecoveryPace.CountUpTo(budget), cancellationToken).ConfigureAwait(false);
            context.Pace.Plan(waiting, budget);
        }
        else
        {
            context.Pace.Plan(0, null);
        }
    }

    private bool IsOver(long? since, TimeSpan time) => since is not { } begun || context.Time.GetElapsedTime(begun) >= time;
}
