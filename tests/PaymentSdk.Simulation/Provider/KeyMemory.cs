namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// Stores the first answer under each idempotency key for 15 days (docs/spec/payment-api.md §6). Requests match if idempotency key, secret key
/// and URL are equal; their bodies may differ.
/// </summary>
internal sealed class KeyMemory
{
    private readonly Dictionary<(string Key, string Secret, string Url), Entry> _entries = [];

    /// <summary>
    /// Returns true when the caller is the first and does the work; otherwise <paramref name="earlier"/> is the stored answer, or null while the
    /// first request is in progress.
    /// </summary>
    public bool TryBegin(Send send, DateTimeOffset now, out Answer? earlier)
    {
        var match = (send.Key!, send.Secret, send.Url);
        if (_entries.TryGetValue(match, out var entry) && now - entry.Since < WorldLimits.KeyLives)
        {
            earlier = entry.Answer;
            return false;
        }

        _entries[match] = new Entry(now, null);
        earlier = null;
        return true;
    }

    /// <summary>Ends the first request: stores its answer, or removes the entry as if the request had never arrived.</summary>
    public void End(Send send, Answer? kept)
    {
        var match = (send.Key!, send.Secret, send.Url);
        if (kept is null)
            _entries.Remove(match);
        else
            _entries[match] = _entries[match] with { Answer = kept };
    }

    private readonly record struct Entry(DateTimeOffset Since, Answer? Answer);
}
