using PaymentSdk.Api;
using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task A_refund_is_written_with_its_move_and_written_over_by_the_next()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var refund = Asked(opened, "refund-1");
        await CommittedAsync(ledger, Moving(opened, AttemptState.Confirming, NewPaymentKey()) with { Refunds = [refund] });
        var moved = await ReadAsync(ledger, opened);
        await CommittedAsync(ledger, Moving(moved, AttemptState.Approved) with { Refunds = [refund with { State = RefundProgress.Done, TransactionKey = "t-1" }] });

        var stored = Assert.Single(await ledger.ReadRefundsAsync(_merchant, opened.Attempt.OrderId, Ct));
        Assert.Equal(refund with { State = RefundProgress.Done, TransactionKey = "t-1" }, stored);
    }

    [Fact]
    public async Task A_refund_of_a_stale_commit_is_not_written()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(opened, AttemptState.Confirming, NewPaymentKey()));

        var stale = Moving(opened, AttemptState.Confirming, NewPaymentKey()) with { Refunds = [Asked(opened, "refund-1")], Movements = [Line(opened, "t-stale")] };

        Assert.Equal(LedgerCommitResult.Stale, await ledger.CommitAsync(stale, Ct));
        Assert.Empty(await ledger.ReadRefundsAsync(_merchant, opened.Attempt.OrderId, Ct));
        Assert.Empty(await MovementsAsync(ledger, opened));
    }

    [Fact]
    public async Task A_money_movement_is_stored_once_however_often_it_is_written()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var line = Line(opened, "t-1");
        await CommittedAsync(ledger, Moving(opened, AttemptState.Confirming, NewPaymentKey()) with { Movements = [line] });
        var moved = await ReadAsync(ledger, opened);
        await CommittedAsync(ledger, Moving(moved, AttemptState.Approved) with { Movements = [line with { Method = "other" }, Line(opened, "t-2")] });

        Assert.Equal(1, await ledger.AddMovementsAsync([line, Line(opened, "t-2"), Line(opened, "t-3")], Ct));
        var lines = await MovementsAsync(ledger, opened);
        Assert.Equal(["t-1", "t-2", "t-3"], lines.Select(stored => stored.TransactionKey).Order());
        Assert.Equal(line, lines.Single(stored => stored.TransactionKey == "t-1"));
        Assert.Equal(AttemptState.Approved, (await ReadAsync(ledger, opened)).Attempt.State);
    }

    [Fact]
    public async Task Money_movements_are_read_from_a_moment_on_and_before_another()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        MoneyMovement At(string key, int milliseconds) => Line(opened, key) with { At = opened.Now.AddMilliseconds(milliseconds) };
        await ledger.AddMovementsAsync([At("t-3", 20), At("t-1", 0), At("t-2", 19), At("t-0", -1)], Ct);

        var lines = await ledger.ReadMovementsAsync(_merchant, opened.Now, opened.Now.AddMilliseconds(20), Ct);

        Assert.Equal(["t-1", "t-2"], lines.Select(line => line.TransactionKey));
    }

    [Fact]
    public async Task Discrepancies_are_stored_and_closed_under_their_transaction_key()
    {
        var ledger = await OpenLedgerAsync();
        var found = new ReconciliationBreak
        {
            Merchant = _merchant,
            TransactionKey = "t-9",
            Kind = ReconciliationBreakKind.TheirsOnly,
            Day = new DateOnly(2026, 11, 22),
            Theirs = 15_000,
            Currency = Currency.Krw,
            Detail = "The gateway has it, we do not.",
            OpenedAt = await ledger.GetTimeAsync(Ct),
        };
        await ledger.SaveBreaksAsync([found], Ct);
        Assert.Equal(found, Assert.Single(await ledger.ListBreaksAsync(_merchant, withClosed: false, Ct)));
        Assert.Equal(1, (await ledger.ReadStatisticsAsync(_merchant, Ct)).OpenBreaks);

        await ledger.SaveBreaksAsync([found with { ClosedAt = found.OpenedAt, ClosedBecause = "adopted" }], Ct);

        Assert.Empty(await ledger.ListBreaksAsync(_merchant, withClosed: false, Ct));
        Assert.Equal("adopted", Assert.Single(await ledger.ListBreaksAsync(_merchant, withClosed: true, Ct)).ClosedBecause);
    }

    [Fact]
    public async Task Attempts_are_listed_by_state_the_ones_that_moved_longest_ago_first()
    {
        var ledger = await OpenLedgerAsync();
        var now = await ledger.GetTimeAsync(Ct);
        var (first, second) = (await NeedingAttentionAsync(ledger, now.AddHours(-2)), await NeedingAttentionAsync(ledger, now.AddHours(-3)));
        await OpenAsync(ledger);

        var listed = await ledger.ListAsync(_merchant, [AttemptState.NeedsAttention, AttemptState.Mismatch], 10, Ct);

        Assert.Equal([second, first], listed.Select(entry => entry.Attempt.OrderId));
        Assert.Equal(2, (await ledger.ReadStatisticsAsync(_merchant, Ct)).Attention);
        Assert.Single(await ledger.ListAsync(_merchant, [AttemptState.NeedsAttention], 1, Ct));
    }

    [Fact]
    public async Task Recent_attempts_are_listed_newest_first_whatever_their_state()
    {
        var ledger = await OpenLedgerAsync();
        var old = await NeedingAttentionAsync(ledger, await ledger.GetTimeAsync(Ct));
        await PassAsync(ledger, TimeSpan.FromMilliseconds(2));
        var newest = (await OpenAsync(ledger)).Attempt.OrderId;

        Assert.Equal([newest, old], (await ledger.ListRecentAsync(_merchant, 10, Ct)).Select(entry => entry.Attempt.OrderId));
        Assert.Equal(newest, Assert.Single(await ledger.ListRecentAsync(_merchant, 1, Ct)).Attempt.OrderId);
        Assert.Empty(await ledger.ListRecentAsync(_merchant + "x", 1, Ct));
    }

    private async Task<OrderId> NeedingAttentionAsync(IOrderLedger ledger, DateTimeOffset since)
    {
        var opened = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(opened with { Attempt = opened.Attempt with { ChangedAt = since } }, AttemptState.NeedsAttention, NewPaymentKey()));
        return opened.Attempt.OrderId;
    }

    private static RefundRecord Asked(AttemptSnapshot entry, string refundId) => new()
    {
        Merchant = entry.Attempt.Merchant,
        OrderId = entry.Attempt.OrderId,
        RefundId = RefundId.Parse(refundId),
        Number = 1,
        State = RefundProgress.Sent,
        Amount = 5_000,
        RefundableAmount = 15_000,
        CancelsBefore = 0,
        Reason = "마음이 바뀌었어요",
        Actor = "clerk",
        IdempotencyKey = IdempotencyKey.New(),
        SecretFingerprint = "0123abcd",
        RequestUrl = "http://localhost/v1/payments/x/cancel",
        FirstSentAt = entry.Now,
        RequestedAt = entry.Now,
        ChangedAt = entry.Now,
    };

    private MoneyMovement Line(AttemptSnapshot entry, string transactionKey) => new()
    {
        Merchant = _merchant,
        TransactionKey = transactionKey,
        OrderId = entry.Attempt.OrderId,
        PaymentKey = PaymentKey.Parse("tgen_line"),
        Kind = MoneyMovementKind.Approval,
        Amount = Money.Krw(15_000),
        Method = "카드",
        SuppliedAmount = 13_637,
        Vat = 1_363,
        TaxFreeAmount = 0,
        TestMode = true,
        At = entry.Now,
        RecordedAt = entry.Now,
    };

    private ValueTask<IReadOnlyList<MoneyMovement>> MovementsAsync(IOrderLedger ledger, AttemptSnapshot entry) =>
        ledger.ReadMovementsAsync(_merchant, entry.Now, entry.Now.AddMinutes(1), Ct);
}
