using Microsoft.Extensions.Hosting;
using PaymentSdk.Diagnostics;
using PaymentSdk.Settings;

namespace PaymentSdk.Books;

/// <summary>
/// Does one piece of the books every day at a time in Asia/Seoul, and again an hour later when it failed. Every process of a
/// shop does: the work is the same however often it is done, and no process must be the one that is never down.
/// </summary>
internal sealed class DailyWorker(BooksContext context, string name, Func<PaymentSettings, DailyPlan> plan, Func<CancellationToken, Task> work) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    /// <summary>The clock and the settings may change while it waits.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = context.Time.GetUtcNow();
        var retry = DateTimeOffset.MaxValue;
        while (true)
        {
            var now = context.Time.GetUtcNow();
            var today = plan(context.Settings.Current);
            if (!today.Enabled || (today.After(done) > now && retry > now))
            {
                var wait = Earliest(today.After(done), retry) - now;
                await Task.Delay(today.Enabled && wait < LongestWait ? wait : LongestWait, context.Time, stoppingToken).ConfigureAwait(false);
                continue;
            }
            done = now;
            retry = await DoAsync(stoppingToken).ConfigureAwait(false) ? DateTimeOffset.MaxValue : now + Retry;
        }
    }

    private async Task<bool> DoAsync(CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken).ConfigureAwait(false);
            return true;
        }
        // A worker that ends is a day that nobody compares: whatever is wrong, it tries again.
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.DailyWorkFailed(context.Logger, failure, name, context.Merchant, Retry);
            return false;
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
