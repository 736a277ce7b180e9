using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Purging_deletes_what_was_never_paid_and_keeps_what_was_or_may_still_be()
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
        var paid = await OpenAsync(ledger);
        await CommittedAsync(ledger, Moving(paid, AttemptState.Approved, NewPaymentKey(), Event(paid, 1)) with
        {
            Refunds = [Asked(paid, "refund-1")],
            Lines = [Line(paid, "t-1")],
        });
        var later = (await ledger.GetTimeAsync(Ct)).AddMinutes(1);

        Assert.Equal(new PurgeResult(1, 1, 0), await ledger.PurgeAsync(_merchant, new PurgeLimits(later, later, later), Ct));

        Assert.Null(await ledger.FindAsync(_merchant, paid.Attempt.OrderId, Ct));
        Assert.Empty(await ledger.ReadEventsAsync(_merchant, paid.Purchase.PurchaseId, Ct));
        Assert.Empty(await ledger.ReadRefundsAsync(_merchant, paid.Attempt.OrderId, Ct));
        Assert.Empty(await ledger.ReadJournalAsync(_merchant, paid.Purchase.PurchaseId, Ct));
        Assert.Empty(await LinesAsync(ledger, paid));
    }
}
