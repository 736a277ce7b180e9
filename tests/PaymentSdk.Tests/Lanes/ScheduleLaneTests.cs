using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The lane of a row, and the time of its next query.</summary>
public sealed class ScheduleLaneTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, RecoveryLane> Lanes => new()
    {
        { "a confirm that is being sent", RecoveryLane.Deadline },
        { "an outcome that is not known", RecoveryLane.Deadline },
        { "an unknown BrandPay confirm", RecoveryLane.Deadline },
        { "an unknown outcome that is due after its nine minutes", RecoveryLane.Routine },
        { "an unknown outcome that was first sent nine minutes ago", RecoveryLane.Routine },
        { "an unknown charge of a billing key", RecoveryLane.Routine },
        { "an unknown charge of a card", RecoveryLane.Routine },
        { "an unknown outcome whose reversal is requested", RecoveryLane.MoneyBack },
        { "a reversal", RecoveryLane.MoneyBack },
        { "a duplicate payment", RecoveryLane.MoneyBack },
        { "an approved attempt with an open refund", RecoveryLane.MoneyBack },
        { "a duplicate that needs an operator", RecoveryLane.MoneyBack },
        { "a requested reversal that needs an operator", RecoveryLane.MoneyBack },
        { "an attempt that needs an operator", RecoveryLane.Routine },
        { "an open virtual account", RecoveryLane.Routine },
        { "a closed attempt", RecoveryLane.Routine },
        { "a closed attempt whose reversal is requested", RecoveryLane.Routine },
    };

    [Theory]
    [MemberData(nameof(Lanes))]
    public void A_row_is_in_the_lane_of_its_pending_work(string what, RecoveryLane lane)
    {
        var attempt = what switch
        {
            "a confirm that is being sent" => In(AttemptState.Confirming) with { DueAt = Now.AddSeconds(120) },
            "an outcome that is not known" => In(AttemptState.Unknown) with { DueAt = Now.AddSeconds(2) },
            "an unknown BrandPay confirm" => In(AttemptState.Unknown) with { Kind = AttemptKind.BrandPay },
            "an unknown outcome that is due after its nine minutes" => In(AttemptState.Unknown) with { DueAt = Now.AddMinutes(8.99) },
            "an unknown outcome that was first sent nine minutes ago" => In(AttemptState.Unknown) with { FirstSentAt = Now.AddMinutes(-9) },
            "an unknown charge of a billing key" => In(AttemptState.Unknown) with { Kind = AttemptKind.Billing },
            "an unknown charge of a card" => In(AttemptState.Unknown) with { Kind = AttemptKind.KeyIn },
            "an unknown outcome whose reversal is requested" => In(AttemptState.Unknown) with { ReversalRequestedAt = Now },
            "a reversal" => In(AttemptState.Reversing),
            "a duplicate payment" => In(AttemptState.DuplicatePayment),
            "an approved attempt with an open refund" => In(AttemptState.Approved) with { OpenRefund = RefundId.Parse("refund-1") },
            "a duplicate that needs an operator" => In(AttemptState.NeedsAttention) with { IsDuplicate = true },
            "a requested reversal that needs an operator" => In(AttemptState.NeedsAttention) with { ReversalRequestedAt = Now },
            "an attempt that needs an operator" => In(AttemptState.NeedsAttention),
            "an open virtual account" => In(AttemptState.AwaitingDeposit),
            "a closed attempt" => In(AttemptState.Expired),
            _ => In(AttemptState.Expired) with { ReversalRequestedAt = Now },
        };

        Assert.Equal(lane, Schedule.Lane(attempt, Now));
    }

    [Fact]
    public void The_back_off_schedule_goes_from_two_seconds_to_hourly()
    {
        var settings = RecoverySettings.Compile(new RecoveryOptions(), testKeysAtTheProvider: false);
        double[] pauses = [2, 5, 15, 30, 60, 120, 300, 900, 3_600, 3_600];

        Assert.Equal(pauses, Enumerable.Range(0, pauses.Length).Select(tries => settings.Backoff(tries).TotalSeconds));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(10_000)]
    public void However_many_accounts_are_open_each_is_queried_near_its_due_date_and_at_its_end(int accounts)
    {
        var due = Now.AddDays(7);
        var shortest = RecoveryPace.ShortestFor(accounts, 100);
        var queries = new List<DateTimeOffset>();
        for (var now = Now; Schedule.Deposit(now, due, Now, shortest) is { } next; now = next)
            queries.Add(next);

        Assert.Contains(due.AddHours(-1), queries);
        Assert.Equal(due.AddHours(24), queries[^1]);
        var pauses = queries.Zip(queries.Skip(1), (one, next) => next - one).ToList();
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(1), shortest > TimeSpan.FromHours(1) ? shortest : TimeSpan.FromHours(1)));
        if (accounts == 0)
            Assert.Equal((167, 150), (queries.Count(query => query <= due.AddHours(-1)), queries.Count(query => query > due.AddHours(-1))));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(600)]
    [InlineData(2_000)]
    [InlineData(10_000)]
    public void All_open_accounts_together_need_no_more_than_the_routine_lane_keeps(int accounts)
    {
        var pace = new RecoveryPace();
        pace.Plan(accounts, 100);

        // With any number of accounts, all near their due date, there are at most 10 requests per minute.
        Assert.InRange(accounts / pace.Routine(TimeSpan.FromMinutes(10)).TotalMinutes, 0, 10);
        Assert.InRange(accounts / pace.Routine(TimeSpan.FromHours(1)).TotalMinutes, 0, 10);
    }

    [Fact]
    public void Without_a_budget_the_pauses_are_as_planned()
    {
        var pace = new RecoveryPace();
        pace.Plan(1_000_000, null);

        Assert.Equal(TimeSpan.FromMinutes(10), pace.Routine(TimeSpan.FromMinutes(10)));
    }

    private static Attempt In(AttemptState state) => new()
    {
        Merchant = "",
        OrderId = OrderId.Parse("order-1"),
        PurchaseId = PurchaseId.Parse("purchase-1"),
        Number = 1,
        State = state,
        Amount = Money.Krw(15_000),
        FirstSentAt = Now.AddSeconds(-1),
        OpenedAt = Now,
        ChangedAt = Now,
    };
}
