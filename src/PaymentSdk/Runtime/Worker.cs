using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Runtime;

/// <summary>
/// Work that the host repeats in rounds until the host stops. A round that fails is reported and repeated: a worker must not stop after a failure,
/// because its work would remain undone.
/// </summary>
internal abstract class Worker(ICheckoutRuntime runtime) : BackgroundService
{
    private const int MostDoublings = 16;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private int _idleRounds;

    protected ICheckoutRuntime Runtime => runtime;

    /// <summary>Runs until the token is canceled.</summary>
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

    /// <summary>Does the work that is due, and waits until there may be more.</summary>
    protected abstract Task RoundAsync(CancellationToken stoppingToken);

    /// <summary>
    /// Waits before the worker checks for work again. The pause starts at the shortest one and doubles after each check that found nothing, up to the
    /// longest one. After the shortest pause, the wait ends as soon as this process writes something.
    /// </summary>
    /// <param name="written">The task of <see cref="WorkSignal.Next"/>, taken before the check.</param>
    /// <param name="foundNothing">Whether the check found nothing and no work is running.</param>
    /// <param name="shortest">The pause between two checks while there is work.</param>
    /// <param name="longest">The longest pause while there is no work.</param>
    /// <param name="stoppingToken">Cancels the wait.</param>
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

    /// <summary>Reports a round that failed.</summary>
    protected abstract void Failed(Exception failure, TimeSpan retryAfter);
}
