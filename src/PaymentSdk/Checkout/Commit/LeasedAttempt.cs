using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>An attempt whose row this process holds under a lease, with the monotonic moment the lease began.</summary>
/// <param name="Entry">The row as it was last written.</param>
/// <param name="LeaseStart">A timestamp of the <see cref="TimeProvider"/>, taken before the lease was asked for.</param>
internal sealed record LeasedAttempt(AttemptSnapshot Entry, long LeaseStart)
{
    /// <summary>How long the holder has the row to itself; database time (docs/spec/money.md §3).</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);

    /// <summary>No wire send, retries included, starts later than this after <see cref="LeaseStart"/>.</summary>
    public static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(45);

    /// <summary>The timestamp after which nothing of this holder may leave any more.</summary>
    public long LastSend(TimeProvider time) => LeaseStart + (long)(SendWindow.TotalSeconds * time.TimestampFrequency);

    public Attempt Attempt => Entry.Attempt;

    /// <summary>The attempt as it is while a send may leave under a lease that begins now.</summary>
    public static Attempt Send(Attempt attempt, DateTimeOffset now) => attempt with
    {
        State = AttemptState.Confirming,
        LeaseUntil = now + Lease,
        DueAt = now + Lease,
        FirstSentAt = attempt.FirstSentAt ?? now,
        LastSendAt = now + SendWindow,
    };
}
