namespace PaymentSdk.Checkout;

/// <summary>When recovery looks at a row again (money.md §5). Pure.</summary>
internal static class Schedule
{
    private static readonly TimeSpan[] Rechecks = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(24)];

    /// <summary>How long after the first send a confirm may be sent again: the gateway takes it for 10 minutes (money.md §5).</summary>
    public static readonly TimeSpan ResendWithin = TimeSpan.FromMinutes(9);

    /// <summary>An idempotency key lives 15 days at the gateway; after 14 nothing is sent under it any more (money.md §3).</summary>
    public static readonly TimeSpan KeyLives = TimeSpan.FromDays(14);

    /// <summary>The gateway confirms a payment within 10 minutes; 5 more, and one that was not DONE never will be (money.md §6).</summary>
    public static readonly TimeSpan SessionOver = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LastResend = TimeSpan.FromMinutes(8);

    /// <summary>How long the buyer's bank may take before a person has to look.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>How often a row in attention is queried.</summary>
    public static readonly TimeSpan Attention = TimeSpan.FromDays(1);

    /// <summary>How often money that is on its way back is asked for.</summary>
    public static readonly TimeSpan PendingRefund = TimeSpan.FromHours(1);

    /// <summary>How soon a late truth is looked at again while another attempt of its purchase may still end either way.</summary>
    public static readonly TimeSpan OtherSettles = TimeSpan.FromSeconds(15);

    /// <summary>
    /// When an attempt whose outcome is not known is looked at again. A page that asks often climbs the ladder fast: one look
    /// always comes while the confirm may still be sent again.
    /// </summary>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan backoff, DateTimeOffset firstSentAt)
    {
        var (next, last) = (now + backoff, firstSentAt + LastResend);
        return now < last && last < next ? last : next;
    }

    /// <summary>When a closed attempt that was sent is looked at again, counted from its closing; null after the last time.</summary>
    public static DateTimeOffset? Recheck(DateTimeOffset closedAt, int rechecks) =>
        rechecks < Rechecks.Length ? closedAt + Rechecks[rechecks] : null;

    /// <summary>When a virtual account is looked at again; null when its time is over.</summary>
    public static DateTimeOffset? Deposit(DateTimeOffset now, DateTimeOffset? dueDate, DateTimeOffset openedAt)
    {
        // The longest virtual account lives 2160 hours (payment-api.md §2.1).
        var due = dueDate ?? openedAt + TimeSpan.FromHours(2160);
        if (now >= due + TimeSpan.FromHours(24))
            return null;
        var close = due - TimeSpan.FromHours(1);
        if (now >= close)
            return now + TimeSpan.FromMinutes(10);
        return now + TimeSpan.FromHours(1) < close ? now + TimeSpan.FromHours(1) : close;
    }
}
