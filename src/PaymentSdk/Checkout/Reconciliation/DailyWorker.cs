using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>
/// Runs a reconciliation or retention job every day at a configured time in Asia/Seoul, and again an hour after a failure. Every process of a shop
/// runs the job: repeating it does no harm, and the job runs even if one of the processes is down at that time.
/// </summary>
internal sealed class DailyWorker(ReconciliationContext context, string name, Func<PaymentSettings, DailyPlan> plan, Func<CancellationToken, Task> work) : Worker(context.Runtime)
{
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    /// <summary>The longest wait before the clock and the settings are read again, because both may change.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private DateTimeOffset _done = context.Runtime.Time.GetUtcNow();
    private long? _failed;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        var now = Runtime.Time.GetUtcNow();
        var today = plan(context.Settings.Current);
        // If the clock was set back, the recorded time of the last run is in the future and cannot be used.
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
        // The worker must never stop, because the job would not run on the following days. It tries again after any failure.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.DailyWorkFailed(context.Logger, failure, name, context.Merchant, Retry);
            return false;
        }
    }
}
