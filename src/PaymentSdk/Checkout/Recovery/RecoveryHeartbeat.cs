using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Recovery;

/// <summary>
/// Records in the ledger that this process runs recovery, and reads what the processes share: their number, and how many rows wait for
/// routine queries. If the ledger does not answer, nothing changes, and the next heartbeat tries again.
/// </summary>
internal sealed class RecoveryHeartbeat(CheckoutContext context)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>The pause before the second heartbeat. It is short, so that processes that start together soon count each other.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Alive = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    private readonly string _process = context.Runtime.NewGuid().ToString("N");
    private long? _beat;
    private TimeSpan _pause = Second;
    private long? _counted;

    /// <summary>Sends a heartbeat when one is due.</summary>
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
