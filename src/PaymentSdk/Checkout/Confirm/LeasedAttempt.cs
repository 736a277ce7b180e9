using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>An attempt whose row this process holds under a lease.</summary>
/// <param name="Entry">The row as it was last written.</param>
/// <param name="LeaseStart">A timestamp of the <see cref="TimeProvider"/>, taken before the lease was requested.</param>
internal sealed record LeasedAttempt(AttemptSnapshot Entry, long LeaseStart)
{
    /// <summary>The time for which the holder alone may work on the row, in database time (docs/spec/money.md §3).</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);

    /// <summary>The time after <see cref="LeaseStart"/> in which a send may start, retries included.</summary>
    public static readonly TimeSpan SendWindow = TimeSpan.FromSeconds(45);

    /// <summary>Returns the timestamp after which this holder must not send anything.</summary>
    public long LastSend(TimeProvider time) => LeaseStart + (long)(SendWindow.TotalSeconds * time.TimestampFrequency);

    public Attempt Attempt => Entry.Attempt;

    /// <summary>Returns the attempt with a lease that begins now and under which a request may be sent.</summary>
    public static Attempt Send(Attempt attempt, DateTimeOffset now) => attempt with
    {
        State = AttemptState.Confirming,
        LeaseUntil = now + Lease,
        DueAt = now + Lease,
        FirstSentAt = attempt.FirstSentAt ?? now,
        LastSendAt = now + SendWindow,
    };
}
