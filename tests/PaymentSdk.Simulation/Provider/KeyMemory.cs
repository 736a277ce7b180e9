namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// The first answers under idempotency keys (docs/spec/payment-api.md §6): matched by key, secret and address, remembered for 15 days; the
/// body is no part of the match.
/// </summary>
internal sealed class KeyMemory
{
    private readonly Dictionary<(string Key, string Secret, string Url), Entry> _entries = [];

    /// <summary>True when the caller is the first and works; otherwise the remembered answer, or null while the first one works.</summary>
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

    /// <summary>The first request has ended: its answer is kept, or it is as if it had never come.</summary>
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
