namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The payments of the gateway, in memory: the newest, up to a count and a size. Each operation is one step that no other request can
/// get between.
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

    /// <summary>A payment moved: as it was and as it is. Raised move by move, while no other payment can move.</summary>
    public event Action<Payment, Payment>? Moved;

    /// <summary>The window was opened: a payment in READY.</summary>
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

    /// <summary>Charges without a window, or issues a virtual account. Refused requests leave nothing.</summary>
    public Payment Charge(DirectCharge charge)
    {
        lock (_gate)
        {
            var payment = Add(DirectChargeOperations.Decide(charge, IsOrderIdUsed(charge.Session.Merchant, charge.Session.OrderId), _clock.GetUtcNow()));
            Tell(payment with { Status = PaymentStatus.Ready, LastTransactionKey = null }, payment);
            return payment;
        }
    }

    /// <summary>The payment as it stands now; null when there is none of that key.</summary>
    public Payment? Find(string paymentKey)
    {
        lock (_gate)
            return _payments.Find(paymentKey)?.At(_clock.GetUtcNow());
    }

    /// <summary>The payment as it stood before its last move, which is what a lagging replica would answer.</summary>
    public Payment? FindStale(string paymentKey)
    {
        lock (_gate)
            return _payments.Find(paymentKey) is { } entry ? entry.Previous ?? entry.At(_clock.GetUtcNow()) : null;
    }

    /// <summary>Every payment, oldest first.</summary>
    public IReadOnlyList<Payment> All()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            return [.. _payments.Values.Select(entry => entry.At(now))];
        }
    }

    /// <summary>Of several payments of one order id, the confirmed one, else the newest; which one the real service takes is not known.</summary>
    public Payment? FindByOrder(Merchant merchant, string orderId)
    {
        var payments = OfOrder(merchant, orderId);
        return payments.FirstOrDefault(payment => payment.Confirmed) ?? payments.LastOrDefault();
    }

    /// <summary>True when a confirm was already decided on this order id: no other payment may use it.</summary>
    public bool IsOrderIdUsed(Merchant merchant, string orderId) =>
        OfOrder(merchant, orderId).Any(payment => payment.Confirmed);

    /// <summary>The buyer authenticated in the window: READY to IN_PROGRESS. Refused when the window is closed or the payment is past READY.</summary>
    public Payment Authenticate(string paymentKey, PaymentChoice choice) => Move(paymentKey, (payment, now) =>
        payment is { Status: PaymentStatus.Ready, WindowClosed: false }
            ? Authenticated(payment, choice, now)
            : throw new RefusedException(payment.Status == PaymentStatus.Ready ? "PAY_PROCESS_CANCELED" : "NOT_FOUND_PAYMENT_SESSION"));

    /// <summary>The buyer left the window. The status stays (docs/spec/payment-api.md §3.12), this window is over.</summary>
    public Payment CloseByBuyer(string paymentKey) => Move(paymentKey, (payment, _) =>
        payment.Status == PaymentStatus.Ready ? payment with { WindowClosed = true } : payment);

    /// <summary>The window failed with a code (a refused card, an aborted process): READY to ABORTED.</summary>
    public Payment Abort(string paymentKey, string code) => Move(paymentKey, (payment, _) =>
        payment is { Status: PaymentStatus.Ready, WindowClosed: false }
            ? payment with { Status = PaymentStatus.Aborted, Failure = new Failure(code) }
            : throw new RefusedException("NOT_FOUND_PAYMENT_SESSION"));

    /// <summary>Confirms: DONE, WAITING_FOR_DEPOSIT or ABORTED. Refused requests change nothing.</summary>
    public Payment Confirm(ConfirmRequest request) => Move(request.PaymentKey, (payment, now) =>
        ConfirmOperations.Decide(OwnedBy(request.Merchant, payment), request, IsOrderIdUsed(request.Merchant, request.OrderId), now));

    /// <summary>Cancels all or a part. Refused requests change nothing.</summary>
    public Payment Cancel(CancelRequest request) => Move(request.PaymentKey, (payment, now) =>
        CancelOperations.Decide(OwnedBy(request.Merchant, payment), request, now));

    /// <summary>The shop asks to have a card payment acquired before its time.</summary>
    public Payment RequestAcquire(Merchant merchant, string paymentKey) => Move(paymentKey, (payment, _) =>
        OwnedBy(merchant, payment) is { Status: PaymentStatus.Done or PaymentStatus.PartialCanceled, Balance: > 0 }
            ? payment with { AcquireRequested = true }
            : throw new RefusedException("FORBIDDEN_REQUEST"));

    /// <summary>Cancels as an operator does at the provider's dashboard; a null amount cancels everything left.</summary>
    public Payment CancelAtDashboard(string paymentKey, decimal? amount, string reason) => Move(paymentKey, (payment, now) =>
        CancelOperations.Decide(payment, new CancelRequest(payment.Session.Merchant, paymentKey, reason) { Amount = amount, AtDashboard = true }, now));

    /// <summary>The buyer paid to the virtual account.</summary>
    public Payment Deposit(string paymentKey) => Move(paymentKey, Deposits.Deposit);

    /// <summary>The deposit was taken back.</summary>
    public Payment Reverse(string paymentKey) => Move(paymentKey, Deposits.Reverse);

    /// <summary>The provider abroad answers a cancel before its time.</summary>
    public Payment DecideCancel(string paymentKey) => Move(paymentKey, (payment, _) => payment.HasOpenCancel
        ? ForeignCancelOperations.Decide(payment)
        : throw new ControlRefusedException(payment, "No cancel of it waits for a provider abroad."));

    /// <summary>Expires what the payment waits for.</summary>
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

    /// <summary>Makes one move of one payment, all or nothing.</summary>
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

    // A key of another shop is as unknown as one that does not exist. A payment that a control made for no shop in particular belongs to
    // the first that uses it.
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

/// <summary>About how much memory a payment takes: as it is, and as it was before its last move.</summary>
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
