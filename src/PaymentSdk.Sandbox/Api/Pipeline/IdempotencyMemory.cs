using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>What makes two requests the same one (docs/spec/payment-api.md §6). The body is not part of it.</summary>
internal sealed record IdempotencyMatch(string IdempotencyKey, string Credentials, string Url, string Method)
{
    public override string ToString() => $"{Method} with an idempotency key";
}

/// <summary>An answer that was given before, with the trace id it was given under.</summary>
internal sealed record RememberedAnswer(ApiAnswer Answer, string TraceId);

/// <summary>Remembers first answers for 15 days, counted from the first use of the key; of very many the newest, up to a count and a size.</summary>
internal sealed class IdempotencyMemory(TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(15);

    private readonly Lock _gate = new();
    private readonly BoundedStore<IdempotencyMatch, Entry> _entries = new(SizeOf, maxBytes: 32 * 1024 * 1024);

    /// <summary>
    /// True when the caller is the first and has to do the work, ending with <see cref="Remember"/> or <see cref="Forget"/>.
    /// Otherwise the earlier answer, or null while the first request is still under way.
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

    /// <summary>Keeps the first answer.</summary>
    public void Remember(IdempotencyMatch match, RememberedAnswer answer)
    {
        lock (_gate)
        {
            if (_entries.TryGet(match, out var entry))
                _entries.Set(match, entry with { Answer = answer });
        }
    }

    /// <summary>The first request ended with nothing to keep: the next one is a first one again.</summary>
    public void Forget(IdempotencyMatch match)
    {
        lock (_gate)
            _entries.Remove(match);
    }

    private static long SizeOf(Entry entry) =>
        BoundedStore.Size(entry.Match.IdempotencyKey, entry.Match.Credentials, entry.Match.Url) + (entry.Answer?.Answer.Body.Length ?? 0);

    private sealed record Entry(IdempotencyMatch Match, DateTimeOffset Since, RememberedAnswer? Answer);
}
