using PaymentSdk.Api;
using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    private static readonly DateTimeOffset Seoul = new(2026, 11, 23, 9, 30, 15, 123, TimeSpan.FromHours(9));

    [Fact]
    public async Task Every_field_of_an_order_comes_back_as_it_was_stored()
    {
        var ledger = await OpenLedgerAsync();
        var (purchase, attempt, _) = Full();
        AssertNoDefaults(attempt);
        AssertNoDefaults(purchase with { Version = 1 });

        await CommittedAsync(ledger, new LedgerCommit { Purchase = purchase, Moves = [new AttemptMove { ExpectedState = null, Attempt = attempt }] });

        var stored = (await ledger.FindAsync(_merchant, attempt.OrderId, Ct))!;
        Assert.Equal(purchase with { Version = 1 }, stored.Purchase);
        Assert.Equal(attempt, stored.Attempt);
        Assert.Equal(purchase.Amount.ToString(), stored.Purchase.Amount.ToString());
    }

    [Fact]
    public async Task Every_field_of_the_journal_and_the_outbox_comes_back_as_it_was_stored()
    {
        var ledger = await OpenLedgerAsync();
        var full = Full();
        var line = Line(full.Attempt, AttemptState.Unknown, AttemptState.Approved, 1) with
        {
            Evidence = "trace 0af7651916cd43dd · 한글",
            PaymentKey = full.Attempt.PaymentKey,
            Balance = 10.50m,
            RefundId = RefundId.Parse("refund-1"),
            Refund = RefundProgress.Pending,
            CommitId = full.Purchase.CommitId,
            GatewayTime = Seoul,
            FencingToken = long.MaxValue,
        };
        var happened = Event(full, 1, OrderEventType.PaidLate);
        AssertNoDefaults(line);
        AssertNoDefaults(happened);

        await CommittedAsync(ledger, new LedgerCommit
        {
            Purchase = full.Purchase,
            Moves = [new AttemptMove { ExpectedState = null, Attempt = full.Attempt, Journal = line }],
            Events = [happened],
        });

        Assert.Equal([line], await ledger.ReadJournalAsync(_merchant, full.Purchase.PurchaseId, Ct));
        Assert.Equal([happened], await ledger.ReadEventsAsync(_merchant, full.Purchase.PurchaseId, Ct));
    }

    [Fact]
    public async Task Every_field_of_a_refund_and_of_a_money_movement_comes_back_as_it_was_stored()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var refund = Asked(opened, "refund-1") with
        {
            TaxFreeAmount = 1.25m,
            CancelsBefore = 2,
            Reason = string.Concat(Enumerable.Repeat("환불 ", 66)),
            NeedsAccount = true,
            QueryOnly = true,
            LastSendAt = Seoul.AddMinutes(1),
            KeyCount = 3,
            AnsweredCount = 4,
            NoneSeenAt = Seoul.AddMinutes(2),
            RecheckCount = 5,
            TransactionKey = new string('t', 64),
            FailureCode = PaymentErrorCode.From("NOT_CANCELABLE_PAYMENT"),
        };
        var line = Line(opened, "t-full") with { Kind = MoneyMovementKind.Cancel, Amount = new Money(-10.50m, Currency.Usd), TaxFreeAmount = 0.5m, GatewayMerchantId = "tvivarepublica4" };
        AssertNoDefaults(refund);
        AssertNoDefaults(line);

        await CommittedAsync(ledger, Moving(opened, AttemptState.Confirming) with { Refunds = [refund], Movements = [line] });

        Assert.Equal([refund], await ledger.ReadRefundsAsync(_merchant, opened.Attempt.OrderId, Ct));
        Assert.Equal([line], await MovementsAsync(ledger, opened));
    }

    public static TheoryData<AttemptKind> Kinds => [.. Enum.GetValues<AttemptKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_attempt_comes_back(AttemptKind kind)
    {
        var ledger = await OpenLedgerAsync();
        var entry = Unopened(await ledger.GetTimeAsync(Ct));

        await CommittedAsync(ledger, PurchaseOpener(entry with { Attempt = entry.Attempt with { Kind = kind } }));

        Assert.Equal(kind, (await ReadAsync(ledger, entry)).Attempt.Kind);
    }

    public static TheoryData<RefundProgress> RefundStates => [.. Enum.GetValues<RefundProgress>()];

    [Theory]
    [MemberData(nameof(RefundStates))]
    public async Task Every_state_of_a_refund_comes_back(RefundProgress state)
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);

        await CommittedAsync(ledger, Moving(opened, AttemptState.Approved) with { Refunds = [Asked(opened, "refund-1") with { State = state }] });

        Assert.Equal(state, Assert.Single(await ledger.ReadRefundsAsync(_merchant, opened.Attempt.OrderId, Ct)).State);
        Assert.Equal(state, Assert.Single(await ledger.ListRefundsAsync(_merchant, [state], 10, Ct)).State);
    }

    [Fact]
    public async Task The_facts_of_an_attempt_stay_over_every_later_move_until_a_commit_changes_them()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        await CommittedAsync(ledger, With(Moving(opened, AttemptState.Expired), attempt => attempt with
        {
            ReversalRequestedAt = opened.Now,
            ReversalReason = "sold out",
            ReversalActor = "clerk",
            IsDuplicate = true,
            LateApprovalAt = opened.Now,
            RefundedByHand = 5_000,
        }));
        foreach (var state in new[] { AttemptState.Reversing, AttemptState.NeedsAttention, AttemptState.Canceled })
            await CommittedAsync(ledger, Moving(await ReadAsync(ledger, opened), state));

        var kept = (await ReadAsync(ledger, opened)).Attempt;
        Assert.Equal((opened.Now, "sold out", "clerk"), (kept.ReversalRequestedAt, kept.ReversalReason, kept.ReversalActor));
        Assert.Equal((true, opened.Now, 5_000m), (kept.IsDuplicate, kept.LateApprovalAt, kept.RefundedByHand));

        await CommittedAsync(ledger, With(Moving(await ReadAsync(ledger, opened), AttemptState.Approved), attempt => attempt with { ReversalRequestedAt = null, LateApprovalAt = null }));
        var changed = (await ReadAsync(ledger, opened)).Attempt;
        Assert.Equal((null, null, true), (changed.ReversalRequestedAt, changed.LateApprovalAt, changed.IsDuplicate));
    }

    public static TheoryData<string, string> Amounts => new()
    {
        { "10.50", "USD" }, { "0.01", "USD" }, { "0.10", "USD" }, { "999999999999.99", "USD" }, { "1", "KRW" },
        { "9999999999999999", "KRW" }, { "1234567", "JPY" }, { "1234.56", "XYZ" },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public async Task Money_comes_back_exactly(string amount, string currency)
    {
        var ledger = await OpenLedgerAsync();
        var money = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.From(currency));
        var entry = Unopened(await ledger.GetTimeAsync(Ct));
        entry = entry with { Purchase = entry.Purchase with { Amount = money }, Attempt = entry.Attempt with { Amount = money, Balance = money.Value } };

        await CommittedAsync(ledger, PurchaseOpener(entry));

        var stored = await ReadAsync(ledger, entry);
        Assert.Equal((money, money, money.Value), (stored.Purchase.Amount, stored.Attempt.Amount, stored.Attempt.Balance));
        Assert.Equal($"{amount} {currency}", stored.Attempt.Amount.ToString());
        Assert.Equal(amount, stored.Attempt.Balance?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static TheoryData<AttemptState> States => [.. Enum.GetValues<AttemptState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_state_comes_back(AttemptState state)
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);

        await CommittedAsync(ledger, Moving(entry, state));

        Assert.Equal(state, (await ReadAsync(ledger, entry)).Attempt.State);
        Assert.Equal((AttemptState.Created, state), (await ledger.ReadJournalAsync(_merchant, entry.Purchase.PurchaseId, Ct)) is [_, { From: { } from, To: var to }] ? (from, to) : default);
    }

    [Fact]
    public async Task The_journal_of_a_purchase_is_read_in_the_order_it_was_written_over_all_attempts()
    {
        var ledger = await OpenLedgerAsync();
        var first = await OpenAsync(ledger);
        var second = await OpenAgainAsync(ledger, first);
        await CommittedAsync(ledger, Moving(second, AttemptState.Confirming, NewPaymentKey()));
        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, second), AttemptState.Approved));

        var journal = await ledger.ReadJournalAsync(_merchant, first.Purchase.PurchaseId, Ct);

        var (a, b) = (first.Attempt.OrderId, second.Attempt.OrderId);
        Assert.Equal(
            [(a, 1, AttemptState.Created), (a, 2, AttemptState.Superseded), (b, 1, AttemptState.Created), (b, 2, AttemptState.Confirming), (b, 3, AttemptState.Approved)],
            journal.Select(line => (line.OrderId, line.Sequence, line.To)));
    }

    [Fact]
    public async Task Every_event_is_read_in_the_order_of_its_purchase()
    {
        var ledger = await OpenLedgerAsync();
        var entry = await OpenAsync(ledger);
        foreach (var type in Enum.GetValues<OrderEventType>())
        {
            await CommittedAsync(ledger, Moving(entry, entry.Attempt.State, null, Event(entry, entry.Purchase.EventCount + 1, type)));
            entry = await ReadAsync(ledger, entry);
        }

        var events = await ledger.ReadEventsAsync(_merchant, entry.Purchase.PurchaseId, Ct);

        Assert.Equal(Enum.GetValues<OrderEventType>(), events.Select(happened => happened.Type));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => happened.Sequence));
    }

    /// <summary>
    /// Fails when this test does not set a field, for example one that was added to the port later. The fault is then in the test, not in the ledger.
    /// </summary>
    private static void AssertNoDefaults<T>(T record) =>
        Assert.All(typeof(T).GetProperties(), property => Assert.NotEqual(
            property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, property.GetValue(record)));

    /// <summary>Returns an entry in which every field except the version is set, many of the texts at their maximum length.</summary>
    private AttemptSnapshot Full()
    {
        var purchaseId = PurchaseId.Parse(Guid.NewGuid().ToString("N") + new string('p', 32));
        var orderId = OrderId.Parse(Guid.NewGuid().ToString("N") + new string('o', 28) + "-_=A");
        var amount = new Money(10.50m, Currency.Usd);
        var purchase = new Purchase
        {
            Merchant = _merchant,
            PurchaseId = purchaseId,
            Amount = amount,
            OrderName = string.Concat(Enumerable.Repeat("한라봉🍊", 20)),
            OrderNumber = string.Concat(Enumerable.Repeat("제🍊17", 12)) + "-_/#",
            CustomerKey = CustomerKey.Parse(new string('c', 300)),
            ResultPage = "https://myshop.com/결과/{orderId}?a=1&b='\"",
            LiveAttempt = orderId,
            LatestAttempt = orderId,
            WasSent = true,
            PaidTold = true,
            AttemptCount = 3,
            EventCount = 4,
            TestMode = true,
            OpenedAt = Seoul,
            CommitId = Guid.NewGuid(),
        };
        var attempt = new Attempt
        {
            Merchant = _merchant,
            OrderId = orderId,
            PurchaseId = purchaseId,
            Number = 3,
            State = AttemptState.PartlyCanceled,
            Kind = AttemptKind.KeyIn,
            Amount = amount,
            PaymentKey = PaymentKey.Parse(Guid.NewGuid().ToString("N") + new string('k', 168)),
            IdempotencyKey = IdempotencyKey.Parse(new string('i', 300)),
            SecretFingerprint = new string('f', 64),
            RequestUrl = "https://api.tosspayments.com/v1/payments/confirm",
            RequestBodyHash = new string('b', 64),
            FencingToken = long.MaxValue,
            LeaseUntil = Seoul.AddMinutes(1),
            DueAt = Seoul.AddMinutes(2),
            FirstSentAt = Seoul.AddMinutes(3),
            LastSendAt = Seoul.AddMinutes(4),
            Lane = RecoveryLane.MoneyBack,
            LastQueriedAt = Seoul.AddMinutes(5),
            ExpirySeenAt = Seoul.AddMinutes(6),
            RecheckCount = 7,
            QueryOnly = true,
            ReversalRequestedAt = Seoul.AddMinutes(9),
            ReversalReason = string.Concat(Enumerable.Repeat("재고 없음 ", 33)),
            ReversalActor = "점원 \"kim\"",
            IsDuplicate = true,
            LateApprovalAt = Seoul.AddMinutes(10),
            RefundedByHand = 3.30m,
            DoubtfulObservation = "WAITING_FOR_DEPOSIT, cancels 0, balance 10.50",
            DoubtfulObservationAt = Seoul.AddMinutes(11),
            Method = "가상계좌",
            Balance = 0.01m,
            BalanceCurrency = Currency.From("EUR"),
            CancelCount = 2,
            ApprovedAt = Seoul.AddMinutes(7),
            FailureCode = PaymentErrorCode.From("REJECT_CARD_PAYMENT"),
            ReceiptUrl = "https://dashboard.tosspayments.com/receipt/" + new string('r', 500),
            LastTransactionKey = new string('t', 64),
            DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = "X6505636518308", DueDate = Seoul.AddDays(7) },
            DepositSecretHash = new string('h', 64),
            OpenRefund = RefundId.Parse("refund-1"),
            Notification = "DONE",
            NotifiedAt = Seoul,
            JournalCount = 9,
            OpenedAt = Seoul,
            ChangedAt = Seoul.AddMinutes(8),
        };
        return new AttemptSnapshot(purchase, attempt, Seoul);
    }
}
