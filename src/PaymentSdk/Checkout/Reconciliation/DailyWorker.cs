using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Does one piece of the books every day at a time in Asia/Seoul, and again an hour later when it failed. Every process of a
/// shop does: the work is the same however often it is done, and no process must be the one that is never down.
/// </summary>
internal sealed class DailyWorker(ReconciliationContext context, string name, Func<PaymentSettings, DailyPlan> plan, Func<CancellationToken, Task> work) : Worker(context.Runtime)
{
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    /// <summary>The clock and the settings may change while it waits.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private DateTimeOffset _done = context.Runtime.Time.GetUtcNow();
    private long? _failed;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var now = Runtime.Time.GetUtcNow();
        var today = plan(context.Settings.Current);
        // A clock that was set back: what it said before is not the time of the last run.
        _done = _done < now ? _done : now;
        var wait = today.After(_done) - now;
        if (_failed is { } failed && Retry - Runtime.Time.GetElapsedTime(failed) is var left && left < wait)
            wait = left;
        if (!today.Enabled || wait > TimeSpan.Zero)
        {
            await Runtime.DelayAsync(today.Enabled && wait < LongestWait ? wait : LongestWait, stoppingToken).ConfigureAwait(false);
            return;
        }

        _done = now;
        _failed = await DoAsync(stoppingToken).ConfigureAwait(false) ? null : Runtime.Time.GetTimestamp();
    }

    protected override void Failed(Exception failure, TimeSpan retryAfter) => Log.DailyWorkFailed(context.Logger, failure, name, context.Merchant, retryAfter);

    private async Task<bool> DoAsync(CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken).ConfigureAwait(false);
            return true;
        }
        // The worker must never stop: the days after this one would not be compared. Whatever is wrong, it tries again.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.DailyWorkFailed(context.Logger, failure, name, context.Merchant, Retry);
            return false;
        }
    }
}
