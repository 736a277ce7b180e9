using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Runtime;

/// <summary>
/// Work that a host does round after round until it stops. A round that fails is told and tried again: a worker must never
/// end, or what it looks after would stay as it is.
/// </summary>
internal abstract class Worker(ICheckoutRuntime runtime) : BackgroundService
{
    private const int MostDoublings = 16;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private int _idleRounds;

    protected ICheckoutRuntime Runtime => runtime;

    /// <summary>Runs until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Failed(failure, AfterFailure);
                await runtime.DelayAsync(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    /// <summary>Does what there is to do, and waits until there may be more.</summary>
    protected abstract Task RoundAsync(CancellationToken stoppingToken);

    /// <summary>
    /// Waits until the next look for work: the shortest pause, and twice as long after each look that found nothing, but never longer
    /// than the longest pause, nor beyond the moment at which this process writes something.
    /// </summary>
    /// <param name="written">Taken from <see cref="WorkSignal.Next"/> before the look.</param>
    /// <param name="foundNothing">Whether the look found nothing, and nothing is under way.</param>
    /// <param name="shortest">The pause between two looks while there is work.</param>
    /// <param name="longest">The longest one while there is none.</param>
    /// <param name="stoppingToken">Ends the wait.</param>
    protected async Task RestAsync(Task written, bool foundNothing, TimeSpan shortest, TimeSpan longest, CancellationToken stoppingToken)
    {
        _idleRounds = foundNothing ? Math.Min(_idleRounds + 1, MostDoublings) : 0;
        await runtime.DelayAsync(shortest, stoppingToken).ConfigureAwait(false);
        var whole = shortest * Math.Pow(2, _idleRounds);
        var rest = (whole < longest ? whole : longest) - shortest;
        if (rest > TimeSpan.Zero && !written.IsCompleted)
            await Task.WhenAny(written, runtime.DelayAsync(rest, stoppingToken)).ConfigureAwait(false);
        if (written.IsCompleted)
            _idleRounds = 0;
    }

    /// <summary>Tells of a round that failed.</summary>
    protected abstract void Failed(Exception failure, TimeSpan retryAfter);
}
