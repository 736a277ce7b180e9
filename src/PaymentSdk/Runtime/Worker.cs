using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Runtime;

/// <summary>
/// Work that a host does round after round until it stops. A round that fails is told and tried again: a worker must never
/// end, or what it looks after would stay as it is.
/// </summary>
internal abstract class Worker(ICheckoutRuntime runtime) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

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

    /// <summary>Tells of a round that failed.</summary>
    protected abstract void Failed(Exception failure, TimeSpan retryAfter);
}
