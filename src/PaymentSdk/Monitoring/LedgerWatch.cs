using PaymentSdk.Ledger;

namespace PaymentSdk.Monitoring;

/// <summary>
/// Reads the figures that alerts are based on. Health checks and gauges share a reading, so that the ledger is read no more often than necessary.
/// </summary>
internal sealed class LedgerWatch(string merchant, ILedgerQueries ledger, bool anyEventHandlers, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Reading? _last;

    /// <summary>Whether this process has handlers of order events. Without handlers, undelivered events are not a fault.</summary>
    public bool AnyEventHandlers => anyEventHandlers;

    /// <summary>The last reading; null when there is none, or when the last read failed.</summary>
    public LedgerStatistics? Last => _last?.Figures;

    /// <exception cref="LedgerException">The ledger is unavailable.</exception>
    public async Task<LedgerStatistics> ReadAsync(TimeSpan notOlderThan, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < notOlderThan)
                return last.Figures;
            _last = null;
            var figures = await ledger.ReadStatisticsAsync(merchant, cancellationToken).ConfigureAwait(false);
            _last = new Reading(figures, time.GetTimestamp());
            return figures;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private sealed record Reading(LedgerStatistics Figures, long At);
}
