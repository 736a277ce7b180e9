using PaymentSdk.Api;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Refund requests that surely had no effect (docs/spec/money.md §4, §6): they are sent again under a new idempotency key or are closed, and
/// they block no order permanently.
/// </summary>
public sealed class RefundKeyCaseTests
{
    private static readonly PaymentErrorCode ProviderError = PaymentErrorCode.From("PROVIDER_ERROR");

    [Fact]
    public void A_transient_error_and_two_queries_that_show_no_cancel_are_a_new_key_with_the_stored_amounts()
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Sent, 5_000);
        var unknown = Answered(asked, TimeSpan.FromSeconds(3));
        var early = AfterQuery(unknown, TimeSpan.FromSeconds(119));
        var first = AfterQuery(unknown, TimeSpan.FromSeconds(120));
        var tooSoon = AfterQuery(first, TimeSpan.FromSeconds(179));
        var second = AfterQuery(first, TimeSpan.FromSeconds(180));

        Assert.Equal((RefundProgress.Unknown, true, null), (early.State, unknown.QueryOnly, early.NoneSeenAt));
        Assert.Equal((RefundProgress.Unknown, RefundProgress.Unknown), (first.State, tooSoon.State));
        Assert.Equal((RefundProgress.Requested, true), (second.State, second.QueryOnly));

        var (_, sent) = RefundRows.Send(Entry(TimeSpan.FromMinutes(4)), second, IdempotencyKey.Parse("refund-key-2"));
        Assert.Equal((5_000m, 15_000m, "r1", "환불", 2), (sent.Amount, sent.RefundableAmount, sent.RefundId.Value, sent.Reason, sent.KeyCount));
        Assert.Equal((IdempotencyKey.Parse("refund-key-2"), false, RefundProgress.Sent), (sent.IdempotencyKey, sent.QueryOnly, sent.State));
    }

    [Fact]
    public void A_key_that_surely_did_nothing_is_replaced_at_once()
    {
        var first = AfterQuery(Answered(TestObservations.Refund("r1", RefundProgress.Sent, 5_000), TimeSpan.FromSeconds(3)), TimeSpan.FromMinutes(2));
        var entry = Entry(TimeSpan.FromMinutes(3));

        Assert.Equal(entry.Now, Apply(entry, Query(entry, "DONE"), refunds: first).After().DueAt);
    }

    [Fact]
    public void After_three_keys_without_effect_a_refund_is_refused_and_the_shop_gets_refund_failed()
    {
        var third = Answered(TestObservations.Refund("r1", RefundProgress.Sent, 5_000) with { KeyCount = RefundStates.MostKeys }, TimeSpan.FromSeconds(3));
        var entry = Entry(TimeSpan.FromMinutes(3));

        var commit = Apply(entry, Query(entry, "DONE"), refunds: AfterQuery(third, TimeSpan.FromMinutes(2)));

        Assert.Equal(3, RefundStates.MostKeys);
        Assert.Equal(RefundProgress.Refused, Assert.Single(commit.Refunds).State);
        Assert.Contains(OrderEventType.RefundFailed, commit.EventTypes());
        Assert.Equal((AttemptState.Approved, null), (commit.After().State, commit.After().OpenRefund));
        Assert.Null(RefundRules.Refuse(entry with { Attempt = commit.After() }, Asked(5_000)));
    }

    [Fact]
    public void A_cancel_that_shows_before_the_second_query_is_the_refund_and_no_new_key_is_sent()
    {
        var first = AfterQuery(Answered(TestObservations.Refund("r1", RefundProgress.Sent, 5_000), TimeSpan.FromSeconds(3)), TimeSpan.FromMinutes(2));

        var done = RefundReading.After(first, Query(Entry(), "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000)), [first], At(TimeSpan.FromMinutes(3)), At(TimeSpan.FromMinutes(3)));

        Assert.Equal((RefundProgress.Done, "t1"), (done.State, done.TransactionKey));
    }

    [Fact]
    public void A_refund_whose_balance_moved_meanwhile_is_refused_and_not_sent_again()
    {
        var first = AfterQuery(Answered(TestObservations.Refund("r1", RefundProgress.Sent, 5_000), TimeSpan.FromSeconds(3)), TimeSpan.FromMinutes(2));

        var refused = RefundReading.After(first, Query(Entry(), "PARTIAL_CANCELED", 8_000, Cancel("t9", 7_000, "점장 취소")), [first], At(TimeSpan.FromMinutes(3)), At(TimeSpan.FromMinutes(3)));

        Assert.Equal((RefundProgress.Refused, "NOT_MATCHES_REFUNDABLE_AMOUNT"), (refused.State, refused.FailureCode?.Value));
    }

    [Fact]
    public void A_lost_refund_whose_second_send_is_refused_ends_refused_and_blocks_no_other()
    {
        var lost = TestObservations.Refund("r1", RefundProgress.Unknown, 5_000);
        var again = RefundReading.After(
            lost, Query(Entry(), "DONE") with { Cancel = CancelAnswer.RefusedAgain, CancelCode = NotCancelable, SpendsCancelKey = true }, [lost], At(TimeSpan.FromSeconds(60)), At(TimeSpan.FromSeconds(60)));
        var first = AfterQuery(again, TimeSpan.FromMinutes(3));
        var entry = Entry(TimeSpan.FromMinutes(4));
        var commit = Apply(entry, Query(entry, "DONE"), refunds: first);

        Assert.Equal((RefundProgress.Unknown, RefundProgress.Unknown), (again.State, first.State));
        Assert.Equal((RefundProgress.Refused, null), (Assert.Single(commit.Refunds).State, commit.After().OpenRefund));
        Assert.Contains(OrderEventType.RefundFailed, commit.EventTypes());
    }

    [Fact]
    public void Closing_an_account_that_was_just_paid_into_ends_refused_and_the_deposit_can_be_refunded()
    {
        var closing = TestObservations.Refund("close", RefundProgress.Unknown, amount: null, refundable: null);
        var entry = Attempts.Entry(AttemptState.AwaitingDeposit, TimeSpan.FromMinutes(3), row => row with
        {
            DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = "0000", DueDate = Attempts.Opened + TimeSpan.FromDays(7) },
            OpenRefund = closing.RefundId,
        });
        var first = Apply(entry, Query(entry, Account(TimeSpan.FromDays(7), "DONE")), refunds: closing);
        var later = Attempts.Entry(AttemptState.Approved, TimeSpan.FromMinutes(5), _ => first.After());
        var second = Apply(later, Query(later, Account(TimeSpan.FromDays(7), "DONE")), refunds: first.Refunds[0]);

        Assert.Equal((AttemptState.Approved, RefundProgress.Unknown), (first.After().State, first.Refunds[0].State));
        Assert.Equal((RefundProgress.Refused, null), (second.Refunds[0].State, second.After().OpenRefund));
    }

    [Fact]
    public void A_refund_to_an_account_that_was_surely_never_sent_is_over_and_blocks_nothing()
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Sent, 15_000) with { NeedsAccount = true };
        var entry = Entry(TimeSpan.FromSeconds(5));

        var commit = Apply(entry, new Observation { Fact = ObservedFact.Nothing, ByQuery = false, Cancel = CancelAnswer.NotSent }, refunds: asked);

        Assert.Equal((RefundProgress.Refused, null), (commit.Refunds[0].State, commit.After().OpenRefund));
    }

    [Fact]
    public void A_refund_to_a_card_that_was_surely_never_sent_is_sent_by_recovery()
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Sent, 15_000);
        var entry = Entry(TimeSpan.FromSeconds(5));

        var commit = Apply(entry, new Observation { Fact = ObservedFact.Nothing, ByQuery = false, Cancel = CancelAnswer.NotSent }, refunds: asked);

        Assert.Equal((RefundProgress.Requested, asked.RefundId), (commit.Refunds[0].State, commit.After().OpenRefund));
        Assert.True(RefundStates.MaySend(commit.Refunds[0], entry.Now));
        Assert.NotNull(commit.After().DueAt);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("PARTIAL_FAILED")]
    public void A_refund_that_did_not_reach_the_buyers_account_is_not_done(string status)
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Pending, 15_000) with { TransactionKey = "t1" };
        var entry = Attempts.Entry(AttemptState.Canceled, TimeSpan.FromHours(1), row => row.Paid(0, 1) with { OpenRefund = asked.RefundId, DueAt = Attempts.Opened });
        var payment = Attempts.Payment("CANCELED", balance: 0) with
        {
            Cancels = [Cancel("t1", 15_000)],
            VirtualAccount = new PaymentVirtualAccount { AccountNumber = "0000", RefundStatus = RefundStatus.From(status) },
        };

        var commit = Apply(entry, Query(entry, payment), refunds: asked);

        Assert.Equal(RefundProgress.PayoutFailed, commit.Refunds[0].State);
        Assert.Contains(OrderEventType.RefundFailed, commit.EventTypes());
        Assert.Contains(OrderEventType.NeedsAttention, commit.EventTypes());
    }

    [Theory]
    [InlineData(15_000, 1)]
    [InlineData(5_000, 10_001)]
    public void Money_refunded_by_hand_cannot_be_refunded_again(int byHand, int amount)
    {
        var entry = Attempts.Entry(AttemptState.Approved, change: row => row.Paid() with { RefundedByHand = byHand });

        Assert.NotNull(RefundRules.Refuse(entry, Asked(amount)));
    }

    [Theory]
    [InlineData(AttemptState.Canceled)]
    [InlineData(AttemptState.NeedsAttention)]
    public void A_payment_refunded_by_hand_in_full_never_has_a_balance_again(AttemptState state)
    {
        var entry = Attempts.Entry(state, TimeSpan.FromDays(1), row => row.Paid() with { RefundedByHand = 15_000, DueAt = Attempts.Opened });

        var commit = TryApply(entry, Query(entry, "DONE"));

        Assert.Equal(AttemptState.Canceled, commit?.After().State ?? state);
        Assert.DoesNotContain(OrderEventType.Paid, commit?.EventTypes() ?? []);
        Assert.DoesNotContain(OrderEventType.NeedsAttention, commit?.EventTypes() ?? []);
    }

    private static RefundRequest Asked(decimal amount) =>
        new() { OrderId = OrderId.Parse("order-1"), RefundId = RefundId.Parse("r9"), Reason = "환불", Amount = amount };

    private static DateTimeOffset At(TimeSpan after) => Attempts.Opened + after;

    private static AttemptSnapshot Entry(TimeSpan after = default) =>
        Attempts.Entry(AttemptState.Approved, after, row => row.Paid() with { OpenRefund = RefundId.Parse("r1"), DueAt = Attempts.Opened });

    private static RefundRecord Answered(RefundRecord refund, TimeSpan after) => RefundReading.After(
        refund, Query(Entry(), "DONE") with { Cancel = CancelAnswer.Unclear, CancelCode = ProviderError, SpendsCancelKey = true }, [refund], At(after), At(after));

    private static RefundRecord AfterQuery(RefundRecord refund, TimeSpan after) => RefundReading.After(refund, Query(Entry(), "DONE"), [refund], At(after), At(after));
}
