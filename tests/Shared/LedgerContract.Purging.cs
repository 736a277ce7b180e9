using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Purging_deletes_unpaid_purchases_and_keeps_those_that_were_or_may_still_be_paid()
    {
        var ledger = await OpenLedgerAsync();
        var neverPaid = await OpenAsync(ledger);
        var paid = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(paid, AttemptState.Approved, NewPaymentKey(), Event(paid, 1)));
        var inDoubt = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(inDoubt, AttemptState.Unknown, NewPaymentKey()));
        await ledger.ReceiveAsync(Message("old"), 10, Replay, Ct);
        var later = (await ledger.GetTimeAsync(Ct)).AddMinutes(1);

        var result = await ledger.PurgeAsync(_merchant, new PurgeLimits(later, later.AddYears(-5), later), Ct);

        Assert.Equal(new PurgeResult(1, 0, 1), result);
        Assert.Null(await ledger.FindAsync(_merchant, neverPaid.Attempt.OrderId, Ct));
        Assert.Empty(await ledger.ReadJournalAsync(_merchant, neverPaid.Purchase.PurchaseId, Ct));
        Assert.NotNull(await ledger.FindAsync(_merchant, paid.Attempt.OrderId, Ct));
        Assert.NotNull(await ledger.FindAsync(_merchant, inDoubt.Attempt.OrderId, Ct));
    }

    [Fact]
    public async Task Purging_deletes_a_payment_with_everything_about_it_when_its_time_is_over()
    {
        var ledger = await OpenLedgerAsync();
        var paid = await PaidLongAgoAsync(ledger);
        await DeliverAllAsync(ledger);

        Assert.Equal(new PurgeResult(1, 1, 0), await PurgeAllAsync(ledger));

        Assert.Null(await ledger.FindAsync(_merchant, paid.Attempt.OrderId, Ct));
        Assert.Empty(await ledger.ReadEventsAsync(_merchant, paid.Purchase.PurchaseId, Ct));
        Assert.Empty(await ledger.ReadRefundsAsync(_merchant, paid.Attempt.OrderId, Ct));
        Assert.Empty(await ledger.ReadJournalAsync(_merchant, paid.Purchase.PurchaseId, Ct));
        Assert.Empty(await MovementsAsync(ledger, paid));
    }

    [Fact]
    public async Task Purging_keeps_a_payment_and_its_money_movements_until_its_last_event_is_delivered()
    {
        var ledger = await OpenLedgerAsync();
        var paid = await PaidLongAgoAsync(ledger);
        var before = await AllAsync(ledger, paid);

        Assert.Equal(new PurgeResult(0, 0, 0), await PurgeAllAsync(ledger));
        Assert.Equal(before, await AllAsync(ledger, paid));
        Assert.Single(await MovementsAsync(ledger, paid));
        await CommittedAsync(ledger, Moving(await ReadAsync(ledger, paid), AttemptState.Approved));

        await DeliverAllAsync(ledger);
        Assert.Equal(1, (await PurgeAllAsync(ledger)).Purchases);
    }

    [Fact]
    public async Task Purging_keeps_a_purchase_that_was_never_paid_until_its_last_event_is_delivered()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(opened, AttemptState.Declined, NewPaymentKey(), Event(opened, 1, OrderEventType.Declined)));

        Assert.Equal(0, (await PurgeAllAsync(ledger)).Purchases);
        await DeliverAllAsync(ledger);
        Assert.Equal(1, (await PurgeAllAsync(ledger)).Purchases);
    }

    public static TheoryData<string> Undecided =>
        ["due", "open refund", "refund Requested", "refund Sent", "refund Unknown", "refund Pending", "refund PayoutFailed", "late approval", "NeedsAttention", "Mismatch", "Reversing", "DuplicatePayment", "AwaitingDeposit"];

    [Theory]
    [MemberData(nameof(Undecided))]
    public async Task Purging_keeps_a_purchase_whose_money_is_undecided_whatever_its_age(string why)
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        var state = Enum.TryParse<AttemptState>(why, out var named) ? named : why == "late approval" ? AttemptState.Expired : AttemptState.Approved;
        var commit = With(Moving(opened, state, NewPaymentKey()), attempt => why switch
        {
            "due" => attempt with { DueAt = opened.Now.AddDays(1) },
            "open refund" => attempt with { OpenRefund = RefundId.Parse("refund-1") },
            "late approval" => attempt with { LateApprovalAt = opened.Now },
            _ => attempt,
        });
        if (why.StartsWith("refund ", StringComparison.Ordinal))
            commit = commit with { Refunds = [Asked(opened, "refund-1") with { State = Enum.Parse<RefundProgress>(why["refund ".Length..]) }] };
        await CommittedAsync(ledger, commit);

        Assert.Equal(0, (await PurgeAllAsync(ledger)).Purchases);

        Assert.NotNull(await ledger.FindAsync(_merchant, opened.Attempt.OrderId, Ct));
    }

    /// <summary>Stores a payment with an undelivered event, a completed refund, and a money movement.</summary>
    private async Task<AttemptSnapshot> PaidLongAgoAsync(IOrderLedger ledger)
    {
        var paid = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(paid, AttemptState.Approved, NewPaymentKey(), Event(paid, 1)) with
        {
            Refunds = [Asked(paid, "refund-1") with { State = RefundProgress.Done }],
            Movements = [Line(paid, "t-1")],
        });
        return paid;
    }

    private async Task DeliverAllAsync(IOrderLedger ledger)
    {
        while (await ledger.ClaimEventsAsync(_merchant, 10, Lease, Ct) is { Count: > 0 } claimed)
        {
            foreach (var delivery in claimed)
                Assert.True(await ledger.RecordDeliveryAsync(delivery with { DeliveredAt = delivery.Event.RecordedAt, DueAt = null }, Ct));
        }
    }

    /// <summary>Purges as if the retention period of every row had ended.</summary>
    private async Task<PurgeResult> PurgeAllAsync(IOrderLedger ledger)
    {
        var later = (await ledger.GetTimeAsync(Ct)).AddMinutes(1);
        return await ledger.PurgeAsync(_merchant, new PurgeLimits(later, later, later), Ct);
    }
}
