using PaymentSdk.Tests.Checkout;

namespace PaymentSdk.Tests.Reconciliation;

/// <summary>
/// In every scenario of an order, replaying the journal gives the stored row, and the money movements add up to its balance
/// (docs/spec/money.md §8).
/// </summary>
public sealed class RefoldTests : IAsyncLifetime
{
    private PaidShop _shop = null!;

    public static TheoryData<string, AttemptState, decimal> Ways { get; } = new()
    {
        { "opened", AttemptState.Created, 0 },
        { "superseded", AttemptState.Superseded, 0 },
        { "approved", AttemptState.Approved, 15_000 },
        { "approved, answer lost", AttemptState.Approved, 15_000 },
        { "declined", AttemptState.Declined, 0 },
        { "not sent", AttemptState.NotSent, 0 },
        { "unknown", AttemptState.Unknown, 0 },
        { "expired", AttemptState.Expired, 0 },
        { "refunded in parts", AttemptState.PartlyCanceled, 9_000 },
        { "refunded in full in two parts", AttemptState.Canceled, 0 },
        { "refunded in full", AttemptState.Canceled, 0 },
        { "refunded at the dashboard", AttemptState.PartlyCanceled, 10_000 },
        { "reversed", AttemptState.Canceled, 0 },
        { "reversed while unknown", AttemptState.Canceled, 0 },
        { "account waits", AttemptState.AwaitingDeposit, 0 },
        { "account deposited", AttemptState.Approved, 15_000 },
        { "account closed", AttemptState.Canceled, 0 },
        { "deposit returned", AttemptState.AwaitingDeposit, 0 },
        { "deposit returned and made again", AttemptState.Approved, 15_000 },
        { "account refunded", AttemptState.Canceled, 0 },
        { "closed, and paid late", AttemptState.Approved, 15_000 },
        { "paid twice", AttemptState.Canceled, 0 },
        { "refund, answer lost", AttemptState.PartlyCanceled, 12_000 },
        { "another amount", AttemptState.Mismatch, 15_000 },
        { "another amount, kept", AttemptState.Approved, 15_000 },
    };

    public async ValueTask InitializeAsync() => _shop = await PaidShop.StartAsync();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_journal_refolds_to_the_row_and_the_movements_sum_to_the_money(string way, AttemptState state, decimal money)
    {
        var orderId = await new Scenarios(_shop).GoAsync(way);
        await _shop.Shop.UntilAsync(orderId, state);

        var attempt = (await _shop.Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!.Attempt;
        var journal = await _shop.Shop.JournalAsync(orderId);
        Assert.Equal(Enumerable.Range(1, attempt.JournalCount), journal.Select(row => row.Sequence));
        var folded = journal.Aggregate((State: (AttemptState?)null, Key: (PaymentKey?)null, Balance: (decimal?)null), (before, row) =>
        {
            Assert.Equal(before.State, row.From);
            return (row.To, row.PaymentKey ?? before.Key, row.Balance);
        });
        Assert.Equal((attempt.State, attempt.PaymentKey, attempt.Balance), folded);

        var refunds = await _shop.RefundRecordsAsync(orderId);
        Assert.Equal(
            refunds.Select(refund => (refund.RefundId, refund.State)),
            journal.Where(row => row.RefundId is not null).GroupBy(row => row.RefundId!.Value).Select(rows => (rows.Key, rows.Last().Refund!.Value)));

        var report = await _shop.ReconcileAsync();
        Assert.Empty(report.Breaks);
        Assert.Equal(money, (await _shop.Shop.MovementsAsync()).Where(line => line.OrderId == orderId).Sum(line => line.Amount.Value));
        // Only the answer had another amount, so the query by the reconciliation corrects the state.
        Assert.Equal(state == AttemptState.Mismatch ? AttemptState.Approved : state, await _shop.Shop.StateAsync(orderId));
        if (attempt.ApprovedAt is not null && state is not AttemptState.Mismatch)
            Assert.Equal(attempt.Balance, money);
    }
}
