namespace PaymentSdk.AspNetCore.Diagnostics;

/// <summary>A finding that every request makes again: told at the first, and then at most once in ten minutes, with how often it was made since it was told last.</summary>
internal sealed class RepeatedFinding(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private DateTimeOffset? _told;
    private long _count;

    /// <summary>Counts it once more.</summary>
    /// <returns>How often it was made, this time included, when it is to be told now; 0 otherwise.</returns>
    public long Count()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _count++;
            if (_told is { } last && now - last < Interval && now >= last)
                return 0;
            _told = now;
            var count = _count;
            _count = 0;
            return count;
        }
    }
}
