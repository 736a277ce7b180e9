using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>
/// The time limits that hold while the API and the ledger answer: a lost confirm is queried soon and sent again in time, a query follows a
/// notification, and no row is queried more often than its schedule allows.
/// </summary>
internal sealed class LifeRules(World world, GatewayModel gateway, Diary diary, LedgerWatch ledger, Calm calm, Func<DateTimeOffset> runningSince)
{
    private static readonly TimeSpan QueriedWithin = TimeSpan.FromSeconds(32);
    private static readonly TimeSpan LongestLease = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan ResentWithin = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan NotificationQueriedWithin = TimeSpan.FromMinutes(6);

    /// <summary>When the shop last moved to another account or dropped a secret key; null when it did not.</summary>
    public DateTimeOffset? AccountChangedAt { get; set; }

    /// <summary>The number of queries that a row may get in a burst; by then the back-off schedule has reached its end.</summary>
    private const double Burst = 24;

    private readonly Dictionary<string, Asked> _asked = new(StringComparer.Ordinal);

    public void Sent(Send send)
    {
        var asked = Of(send);
        if (asked is null)
            return;
        asked.Last = send;
        switch (send.Operation)
        {
            case GatewayOperation.Get or GatewayOperation.GetByOrderId:
                CountQuery(asked, send);
                break;
            case GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm:
                asked.Allow(world.Now, 12);
                asked.LastConfirm = send;
                var isFirst = asked.FirstConfirm is null;
                asked.FirstConfirm ??= send;
                if (isFirst)
                    world.At(send.At + ResentWithin + TimeSpan.FromSeconds(6), world.Itself, () => CheckResent(asked));
                world.At(send.At + LongestLease + QueriedWithin + TimeSpan.FromSeconds(4), world.Itself, () => CheckTakenOver(asked, send));
                break;
            default:
                asked.Allow(world.Now, 12);
                break;
        }
    }

    public void Ended(Send send)
    {
        if (send.Operation is not (GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm) || Of(send) is not { } asked)
            return;
        if (send.AnsweredStatus is null or >= 500)
            world.At(world.Now + QueriedWithin, world.Itself, () => CheckQueried(asked, send));
    }

    /// <summary>Allows more queries of a row, because a caller or a webhook requested them.</summary>
    public void Triggered(string? orderId)
    {
        foreach (var payment in orderId is null ? [] : gateway.AllOfOrder(orderId))
            Of(payment).Allow(world.Now, 6);
    }

    /// <summary>
    /// Called when a webhook was answered with 200. If it reported the latest change of a virtual account, a query must follow that began after the
    /// webhook first arrived.
    /// </summary>
    public void Delivered(Letter letter)
    {
        var asked = Of(letter.Payment);
        asked.Allow(world.Now, 6);
        var latest = letter.Payment.Latest.LastTransactionKey;
        if (letter.NotifiedKey != latest || latest == asked.NotifiedKey || !letter.Payment.IsAccount || letter.Payment.Executions.Count == 0)
            return;
        asked.NotifiedKey = latest;
        world.At(world.Now + NotificationQueriedWithin, world.Itself, () => CheckNotificationQueried(asked, letter));
    }

    private void CheckNotificationQueried(Asked asked, Letter letter)
    {
        var (payment, at) = (letter.Payment, letter.CameAt);
        if (!calm.Since(payment.Plan.Subject, at - LongestLease) || runningSince() > at || ledger.Row(payment.Plan.OrderId)?.Attempt is not { State: AttemptState.AwaitingDeposit } attempt || attempt.DepositSecretHash is null)
            return;
        // A replica that lags may answer the query, so a query alone is not enough: the deposit must have been seen.
        var isUnseen = asked.LastQuery?.AnsweredStatus == 200 && payment.Latest.Status == PaymentStatuses.Done && payment.Latest.LastTransactionKey == letter.NotifiedKey;
        if (asked.Last?.At >= at && !isUnseen)
            return;
        diary.Violate("notification-unheard", payment.Plan.Subject, $"The webhook of {at:HH:mm:ss.fff} about {payment.Plan.OrderId} ({payment.Latest.Status}) was answered with 200, but no query followed.");
    }

    private void CheckQueried(Asked asked, Send lost)
    {
        if (lost.From.IsOver || asked.Last != lost || !IsOpen(asked) || !calm.Since(lost.Subject, lost.At))
            return;
        diary.Violate("lost-confirm-unqueried", lost.Subject, $"{lost} was lost at {lost.EndedAt:HH:mm:ss.fff}, and no query was made within {QueriedWithin.TotalSeconds:0} s.");
    }

    private void CheckTakenOver(Asked asked, Send lost)
    {
        if (asked.Last != lost || !IsOpen(asked) || (lost.EndedAt is not null && !lost.From.IsOver) || lost.From.PausedUntil > world.Now || runningSince() > lost.At + LongestLease - TimeSpan.FromSeconds(5) || !calm.Since(lost.Subject, lost.At + LongestLease - TimeSpan.FromSeconds(20)))
            return;
        // The process may have died during a query that never left, after it had renewed the lease. The next query then has half a minute from the
        // end of the lease.
        if (ledger.Row(asked.OrderId!)?.Attempt.LeaseUntil + QueriedWithin > world.Now)
            return;
        diary.Violate("lost-confirm-unqueried", lost.Subject, $"{lost} left at least {LongestLease.TotalSeconds:0} s ago, its answer reached no process, and no query followed.");
    }

    /// <summary>
    /// Checks that a confirm was sent again when every send was lost before the gateway worked on it and the gateway would still have accepted it.
    /// </summary>
    private void CheckResent(Asked asked)
    {
        var (first, last) = (asked.FirstConfirm!, asked.LastConfirm!);
        if (gateway.Find(first.PaymentKey!) is not { Latest: { IsConfirmed: false } } payment || !IsOpen(asked) || payment.Plan.Amount != first.Amount)
            return;
        var isCalm = calm.Since(first.Subject, first.At + TimeSpan.FromMinutes(4)) && runningSince() < first.At + TimeSpan.FromMinutes(4);
        // The idempotency key has no meaning under another secret key; the payment is then only queried.
        if (AccountChangedAt > first.At)
            return;
        // A second 500 under one idempotency key may be a replay of the first; the confirm is then sent again only when a query shows that this is
        // safe.
        if (first.AnsweredStatus is not null)
            return;
        if (!isCalm || last.At >= first.At + TimeSpan.FromMinutes(4) || last.AnsweredStatus is not null || payment.AuthenticatedAt + WorldLimits.Session < first.At + ResentWithin - TimeSpan.FromSeconds(50))
            return;
        diary.Violate("lost-confirm-unsent", first.Subject, $"{first} was lost, and it was not sent again within {ResentWithin.TotalMinutes:0} minutes (last send at {last.At:HH:mm:ss.fff}).");
    }

    private bool IsOpen(Asked asked) =>
        asked.OrderId is not null && ledger.Row(asked.OrderId)?.Attempt is { State: AttemptState.Confirming or AttemptState.Unknown, ReversalRequestedAt: null };

    private void CountQuery(Asked asked, Send send)
    {
        // The pipeline repeats a query that got no answer, and the checkout repeats it with the secret of the first send when the current secret
        // does not know the payment. Both count as one query.
        var isAgain = asked.LastQuery is { } before && before.From == send.From && world.Now - before.At < TimeSpan.FromSeconds(31)
            && (before.AnsweredStatus is not (>= 200 and < 500 and not 429) || (before.AnsweredStatus == 404 && before.Secret != send.Secret));
        asked.LastQuery = send;
        if (isAgain)
            return;
        var perHour = asked.Payment is { IsAccount: true } ? 7.0 : 1.3;
        if (!asked.Take(world.Now, perHour))
            diary.Violate("asked-too-often", send.Subject, $"{asked.OrderId} is queried more often than any schedule allows: {asked.Count} queries.");
    }

    private Asked? Of(Send send)
    {
        var payment = send.PaymentKey is { } key ? gateway.Find(key) : gateway.OfOrder(send.OrderId ?? "");
        return payment is null ? null : Of(payment);
    }

    private Asked Of(GatewayPayment payment)
    {
        if (!_asked.TryGetValue(payment.Key, out var asked))
            _asked[payment.Key] = asked = new Asked(payment, world.Now);
        return asked;
    }

    /// <summary>The requests about one payment.</summary>
    private sealed class Asked(GatewayPayment payment, DateTimeOffset now)
    {
        private double _left = Burst;
        private DateTimeOffset _since = now;

        public GatewayPayment Payment => payment;

        public string OrderId => payment.Plan.OrderId;

        public Send? Last { get; set; }

        public Send? LastQuery { get; set; }

        public Send? FirstConfirm { get; set; }

        public Send? LastConfirm { get; set; }

        public string? NotifiedKey { get; set; }

        public int Count { get; private set; }

        public void Allow(DateTimeOffset at, double more)
        {
            Refill(at, 1.3);
            _left = Math.Min(_left + more, Burst * 3);
        }

        public bool Take(DateTimeOffset at, double perHour)
        {
            Refill(at, perHour);
            Count++;
            return --_left >= 0;
        }

        private void Refill(DateTimeOffset at, double perHour)
        {
            _left = Math.Max(_left, Math.Min(_left + ((at - _since).TotalHours * perHour), Burst * 3));
            _since = at;
        }
    }
}
