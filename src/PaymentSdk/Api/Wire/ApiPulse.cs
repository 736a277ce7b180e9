namespace PaymentSdk.Api.Wire;

/// <summary>Whether the payment API does its work: how many calls in a row it did not answer, could not answer or refused the keys of.</summary>
internal sealed class ApiPulse(TimeProvider time)
{
    /// <summary>A shop without a call for so long does not know how the API is.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private int _failures;
    private long _first;
    private long _last;

    /// <summary>The failures since the last call that worked, and since when; 0 when the last one worked or is long ago.</summary>
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

    /// <summary>A refusal is an answer: the API works. No answer, half a one, 5xx, 429 and a refusal of the keys are not.</summary>
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
