namespace PaymentSdk.Api.Wire;

/// <summary>
/// Tracks the health of the payment API: how many calls in a row had no answer, failed on its side, or were refused for their keys.
/// </summary>
internal sealed class ApiPulse(TimeProvider time)
{
    /// <summary>How long failures are remembered. Without a call for this long, the state of the API is not known.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private int _failures;
    private long _first;
    private long _last;

    /// <summary>
    /// The number of failures since the last successful call, and the time since the first of them; 0 when the last failure is too old.
    /// </summary>
    public (int Failures, TimeSpan For) Failing
    {
        get
        {
            lock (_gate)
                return _failures == 0 || time.GetElapsedTime(_last) > Remembered ? (0, TimeSpan.Zero) : (_failures, time.GetElapsedTime(_first));
        }
    }

    public void Beat()
    {
        lock (_gate)
            _failures = 0;
    }

    /// <summary>
    /// Records a failure. A refusal is an answer, so it counts as success. No answer, an incomplete answer, 5xx, 429 and a refusal of the keys
    /// count as failures.
    /// </summary>
    public void Miss(PaymentException failure)
    {
        if (failure.StatusCode is >= 400 and < 500 and not (401 or 408 or 429) && !ErrorCatalogue.RefusesKeys(failure.Code))
        {
            Beat();
            return;
        }

        lock (_gate)
        {
            _last = time.GetTimestamp();
            if (_failures++ == 0)
                _first = _last;
        }
    }
}
