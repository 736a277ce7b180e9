namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The payments of the gateway, in memory. If their number or total size exceeds the limit, the oldest are dropped. Each operation
/// is atomic.
/// </summary>
internal sealed class PaymentStore
{
    private const long _maxBytes = 64 * 1024 * 1024;

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<string>> _byOrder = new(StringComparer.Ordinal);
    private readonly BoundedStore<string, Entry> _payments;

    public PaymentStore(TimeProvider clock)
    {
        _clock = clock;
        _payments = new(entry => PaymentSize.Of(entry.Current), maxBytes: _maxBytes) { Forgotten = Forget };
    }

    /// <summary>
    /// Occurs when a payment has changed, with the payment before and after the change. Raised for one change at a time, while no other payment can
    /// change.
    /// </summary>
    public event Action<Payment, Payment>? Moved;

    /// <summary>Creates a payment in READY, for which a window opens.</summary>
    public Payment Open(PaymentSession session)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var payment = new Payment
            {
                PaymentKey = Identifiers.PaymentKey(now),
                Session = session with { Amount = Money.Plain(session.Amount), TaxFreeAmount = Money.Plain(session.TaxFreeAmount) },
                RequestedAt = now,
                Balance = Money.Plain(session.Amount),
            };
            return Add(payment);
        }
    }

    /// <summary>Charges without a window, or issues a virtual account. A refused request stores nothing.</summary>
    public Payment Charge(DirectCharge charge)
    {
        lock (_gate)
        {
            var payment = Add(DirectChargeOperations.Decide(charge, IsOrderIdUsed(charge.Session.Merchant, charge.Session.OrderId), _clock.GetUtcNow()));
            Tell(payment with { Status = PaymentStatus.Ready, LastTransactionKey = null }, payment);
            return payment;
        }
    }

    /// <summary>Returns the current state of a payment, or null if the key is unknown.</summary>
    public Payment? Find(string paymentKey)
    {
        lock (_gate)
            return _payments.Find(paymentKey)?.At(_clock.GetUtcNow());
    }

    /// <summary>Returns the payment before its last change, as a lagging replica would.</summary>
    public Payment? FindStale(string paymentKey)
    {
        lock (_gate)
            return _payments.Find(paymentKey) is { } entry ? entry.Previous ?? entry.At(_clock.GetUtcNow()) : null;
    }

    /// <summary>Returns every payment, oldest first.</summary>
    public IReadOnlyList<Payment> All()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            return [.. _payments.Values.Select(entry => entry.At(now))];
        }
    }

    /// <summary>Returns the confirmed payment of an order id, or else the newest. Which one the real service returns is not known.</summary>
    public Payment? FindByOrder(Merchant merchant, string orderId)
    {
        var payments = OfOrder(merchant, orderId);
        return payments.FirstOrDefault(payment => payment.Confirmed) ?? payments.LastOrDefault();
    }

    /// <summary>Returns true if a confirm was already decided for this order id. In that case, no other payment can use it.</summary>
    public bool IsOrderIdUsed(Merchant merchant, string orderId) =>
        OfOrder(merchant, orderId).Any(payment => payment.Confirmed);

    /// <summary>
    /// Records that the buyer authenticated: READY becomes IN_PROGRESS. Throws if the window is closed or the payment is no longer READY.
    /// </summary>
    public Payment Authenticate(string paymentKey, PaymentChoice choice) => Move(paymentKey, (payment, now) =>
        payment is { Status: PaymentStatus.Ready, WindowClosed: false }
            ? Authenticated(payment, choice, now)
            : throw new RefusedException(payment.Status == PaymentStatus.Ready ? "PAY_PROCESS_CANCELED" : "NOT_FOUND_PAYMENT_SESSION"));

    /// <summary>
    /// Records that the buyer left the window. The status does not change (docs/spec/payment-api.md §3.12), but this window has ended.
    /// </summary>
    public Payment CloseByBuyer(string paymentKey) => Move(paymentKey, (payment, _) =>
        payment.Status == PaymentStatus.Ready ? payment with { WindowClosed = true } : payment);

    /// <summary>
    /// Records that the window failed with this code, for example because the card was refused: READY becomes ABORTED. Throws if the window is
    /// closed or the payment is no longer READY.
    /// </summary>
    public Payment Abort(string paymentKey, string code) => Move(paymentKey, (payment, _) =>
        payment is { Status: PaymentStatus.Ready, WindowClosed: false }
            ? payment with { Status = PaymentStatus.Aborted, Failure = new Failure(code) }
            : throw new RefusedException("NOT_FOUND_PAYMENT_SESSION"));

    /// <summary>Confirms a payment: the result is DONE, WAITING_FOR_DEPOSIT or ABORTED. A refused request changes nothing.</summary>
    public Payment Confirm(ConfirmRequest request) => Move(request.PaymentKey, (payment, now) =>
        ConfirmOperations.Decide(OwnedBy(request.Merchant, payment), request, IsOrderIdUsed(request.Merchant, request.OrderId), now));

    /// <summary>Cancels all or part of a payment. A refused request changes nothing.</summary>
    public Payment Cancel(CancelRequest request) => Move(request.PaymentKey, (payment, now) =>
        CancelOperations.Decide(OwnedBy(request.Merchant, payment), request, now));

    /// <summary>Records the shop's request to acquire a card payment early.</summary>
    public Payment RequestAcquire(Merchant merchant, string paymentKey) => Move(paymentKey, (payment, _) =>
        OwnedBy(merchant, payment) is { Status: PaymentStatus.Done or PaymentStatus.PartialCanceled, Balance: > 0 }
            ? payment with { AcquireRequested = true }
            : throw new RefusedException("FORBIDDEN_REQUEST"));

    /// <summary>Cancels a payment as an operator does on the provider's dashboard. If the amount is null, cancels the whole balance.</summary>
    public Payment CancelAtDashboard(string paymentKey, decimal? amount, string reason) => Move(paymentKey, (payment, now) =>
        CancelOperations.Decide(payment, new CancelRequest(payment.Session.Merchant, paymentKey, reason) { Amount = amount, AtDashboard = true }, now));

    /// <summary>Simulates the buyer's deposit into the virtual account.</summary>
    public Payment Deposit(string paymentKey) => Move(paymentKey, Deposits.Deposit);

    /// <summary>Simulates the bank that takes the deposit back.</summary>
    public Payment Reverse(string paymentKey) => Move(paymentKey, Deposits.Reverse);

    /// <summary>Simulates the foreign wallet that decides a cancel early.</summary>
    public Payment DecideCancel(string paymentKey) => Move(paymentKey, (payment, _) => payment.HasOpenCancel
        ? ForeignCancelOperations.Decide(payment)
        : throw new ControlRefusedException(payment, "The payment has no cancel that waits for a foreign wallet."));

    /// <summary>Expires a payment that was not confirmed, or lets the deadline of its virtual account pass.</summary>
    public Payment Expire(string paymentKey) => Move(paymentKey, (payment, _) => Deposits.Expire(payment));

    private static Payment Authenticated(Payment payment, PaymentChoice choice, DateTimeOffset now)
    {
        var terms = payment.Session.TermsOf(choice);
        return payment with
        {
            Status = PaymentStatus.InProgress,
            AuthenticatedAt = now,
            Session = payment.Session.PaidBy(choice),
            Choice = choice is PaymentChoice.Card card && terms is not null ? card with { UseCardPoint = terms.UseCardPoint, Discount = terms.Discount } : choice,
        };
    }

    /// <summary>Applies one change to one payment, atomically.</summary>
    private Payment Move(string paymentKey, Func<Payment, DateTimeOffset, Payment> move)
    {
        lock (_gate)
        {
            var entry = _payments.Find(paymentKey) ?? throw new RefusedException("NOT_FOUND_PAYMENT");
            var now = _clock.GetUtcNow();
            var moved = entry.Replace(move(entry.At(now), now));
            _payments.Set(paymentKey, entry);
            return moved;
        }
    }

    // The payment of another shop is answered like an unknown key. A payment that a control created without naming a shop belongs to the first
    // shop that uses it.
    private static Payment OwnedBy(Merchant merchant, Payment payment) => payment.Session switch
    {
        _ when !payment.IsOf(merchant) => throw new RefusedException("NOT_FOUND_PAYMENT"),
        { IsForAnyShop: true } session => payment with { Session = session with { Merchant = merchant, IsForAnyShop = false } },
        _ => payment,
    };

    private Payment[] OfOrder(Merchant merchant, string orderId)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            return _byOrder.TryGetValue(orderId, out var keys)
                ? [.. keys.Select(key => _payments.Find(key)!.At(now)).Where(payment => payment.IsOf(merchant))]
                : [];
        }
    }

    private Payment Add(Payment payment)
    {
        if (!_byOrder.TryGetValue(payment.Session.OrderId, out var keys))
            _byOrder.Add(payment.Session.OrderId, keys = []);
        keys.Add(payment.PaymentKey);
        _payments.Set(payment.PaymentKey, new Entry(payment, Tell));
        return payment;
    }

    private void Forget(Entry oldest)
    {
        var (orderId, keys) = (oldest.Current.Session.OrderId, _byOrder[oldest.Current.Session.OrderId]);
        keys.Remove(oldest.Current.PaymentKey);
        if (keys.Count == 0)
            _byOrder.Remove(orderId);
    }

    private void Tell(Payment before, Payment after) => Moved?.Invoke(before, after);

    private sealed class Entry(Payment current, Action<Payment, Payment> moved)
    {
        public Payment Current { get; private set; } = current;

        public Payment? Previous { get; private set; }

        public Payment At(DateTimeOffset now)
        {
            var aged = Current.At(now);
            return ReferenceEquals(aged, Current) ? aged : Set(aged);
        }

        public Payment Replace(Payment next)
        {
            Previous = Current;
            return Set(next);
        }

        private Payment Set(Payment next)
        {
            var before = Current;
            Current = next;
            moved(before, next);
            return next;
        }
    }
}

/// <summary>The approximate memory of a payment, including its state before the last change.</summary>
internal static class PaymentSize
{
    private const long _payment = 2_000;
    private const long _move = 500;

    public static long Of(Payment payment) => _payment
        + Of(payment.Session)
        + (_move * (payment.Cancels.Count + payment.Executions.Count + (payment.VirtualAccount?.Refunds.Count ?? 0)))
        + payment.Cancels.Sum(cancel => BoundedStore.Size(cancel.Reason, cancel.RequestId, cancel.IdempotencyKey))
        + payment.Executions.Sum(execution => 2L * (execution.IdempotencyKey?.Length ?? 0));

    private static long Of(PaymentSession session) =>
        BoundedStore.Size(
            session.OrderId, session.OrderName, session.SuccessUrl, session.FailUrl, session.CustomerKey,
            session.CustomerName, session.CustomerEmail, session.CustomerMobilePhone)
        + (session.Metadata?.Sum(pair => BoundedStore.Size(pair.Key, pair.Value)) ?? 0);
}
