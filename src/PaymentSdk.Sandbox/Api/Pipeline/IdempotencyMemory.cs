using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>The parts of a request that identify a repeated request (docs/spec/payment-api.md §6). The body is not one of them.</summary>
internal sealed record IdempotencyMatch(string IdempotencyKey, string Credentials, string Url, string Method)
{
    public override string ToString() => $"{Method} with an idempotency key";
}

/// <summary>An answer to an earlier request, with the trace id of that request.</summary>
internal sealed record RememberedAnswer(ApiAnswer Answer, string TraceId);

/// <summary>
/// Remembers first answers for 15 days, counted from the first use of the key. When a limit of count or size is reached, the oldest are dropped.
/// </summary>
internal sealed class IdempotencyMemory(TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(15);

    private readonly Lock _gate = new();
    private readonly BoundedStore<IdempotencyMatch, Entry> _entries = new(SizeOf, maxBytes: 32 * 1024 * 1024);

    /// <summary>
    /// Returns true for the first caller, who must do the work and then call <see cref="Remember"/> or <see cref="Forget"/>.
    /// Otherwise returns false with the earlier answer, or with null while the first request is still running.
    /// </summary>
    public bool TryBegin(IdempotencyMatch match, out RememberedAnswer? earlier)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_entries.TryGet(match, out var entry) && now - entry.Since < _lifetime)
            {
                earlier = entry.Answer;
                return false;
            }

            _entries.Set(match, new Entry(match, now, null));
            earlier = null;
            return true;
        }
    }

    /// <summary>Stores the first answer.</summary>
    public void Remember(IdempotencyMatch match, RememberedAnswer answer)
    {
        lock (_gate)
        {
            if (_entries.TryGet(match, out var entry))
                _entries.Set(match, entry with { Answer = answer });
        }
    }

    /// <summary>Forgets the key of a first request that has no answer to remember, so that the next request does the work.</summary>
    public void Forget(IdempotencyMatch match)
    {
        lock (_gate)
            _entries.Remove(match);
    }

    private static long SizeOf(Entry entry) =>
        BoundedStore.Size(entry.Match.IdempotencyKey, entry.Match.Credentials, entry.Match.Url) + (entry.Answer?.Answer.Body.Length ?? 0);

    private sealed record Entry(IdempotencyMatch Match, DateTimeOffset Since, RememberedAnswer? Answer);
}
