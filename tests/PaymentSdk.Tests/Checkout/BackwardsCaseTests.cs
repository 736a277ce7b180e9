using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Stale answers (docs/spec/money.md §5): a single one never moves an attempt backwards, and a cancel proves only one refund.</summary>
public sealed class BackwardsCaseTests
{
    private static Observation Stale(AttemptSnapshot entry) => Query(entry, "DONE");

    [Fact]
    public void A_stale_answer_after_a_refund_changes_neither_the_balance_nor_the_number_of_cancels()
    {
        var refunded = Refunded(TimeSpan.FromMinutes(5));

        var commit = Apply(refunded, Stale(refunded));

        Assert.Equal((AttemptState.PartlyCanceled, 10_000m, 1), (commit.After().State, commit.After().Balance, commit.After().CancelCount));
        Assert.Equal(refunded.Now + TimeSpan.FromSeconds(60), commit.After().DueAt);
        Assert.Empty(commit.EventTypes());
    }

    [Theory]
    [InlineData(59, AttemptState.PartlyCanceled, 10_000, 1)]
    [InlineData(60, AttemptState.Approved, 15_000, 0)]
    public void A_larger_balance_counts_when_a_second_query_a_minute_later_agrees(int seconds, AttemptState state, int balance, int cancels)
    {
        var first = Refunded(TimeSpan.FromMinutes(5));
        var doubted = Apply(first, Stale(first)).After();
        var second = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(seconds), _ => doubted);

        var commit = Apply(second, Stale(second));

        Assert.Equal((state, balance, cancels), (commit.After().State, commit.After().Balance, commit.After().CancelCount));
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void A_fresh_answer_between_two_stale_ones_starts_them_over()
    {
        var first = Refunded(TimeSpan.FromMinutes(5));
        var doubted = Apply(first, Stale(first)).After();
        var fresh = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(6), _ => doubted);
        var cleared = Apply(fresh, Query(fresh, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000))).After();
        var second = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(7), _ => cleared);

        Assert.Equal((null, null), (cleared.DoubtfulObservation, cleared.DueAt));
        Assert.Equal((10_000m, 1), (Apply(second, Stale(second)).After().Balance, Apply(second, Stale(second)).After().CancelCount));
    }

    [Fact]
    public void Two_answers_that_contradict_each_other_move_nothing_backwards()
    {
        var first = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(5), row => row.Paid(5_000, 2));
        var doubted = Apply(first, Query(first, "DONE")).After();
        var second = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(7), _ => doubted);

        var other = Apply(second, Query(second, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000))).After();

        Assert.Equal((5_000m, 2), (other.Balance, other.CancelCount));
    }

    [Fact]
    public void A_stale_answer_while_reversing_does_not_raise_the_balance()
    {
        var entry = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(5), row => row.Paid(10_000, 1).Reversed());

        var commit = Apply(entry, Stale(entry));

        Assert.Equal((AttemptState.Reversing, 10_000m, 1), (commit.After().State, commit.After().Balance, commit.After().CancelCount));
    }

    [Fact]
    public void A_stale_answer_of_a_canceled_order_does_not_restore_its_balance()
    {
        var entry = Attempts.Entry(AttemptState.Canceled, TimeSpan.FromMinutes(5), row => row.Paid(0, 1) with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Stale(entry));

        Assert.Equal((AttemptState.Canceled, 0m), (commit.After().State, commit.After().Balance));
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void A_cancel_that_another_refund_owns_does_not_prove_a_lost_one()
    {
        var owner = TestObservations.Refund("r1", RefundProgress.Done, 5_000) with { TransactionKey = "t1" };
        var lost = TestObservations.Refund("r2", RefundProgress.Unknown, 5_000);
        var entry = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(1), row => row.Paid(10_000, 1) with { OpenRefund = lost.RefundId });

        var one = Apply(entry, Query(entry, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000)), refunds: [owner, lost]);
        var two = Apply(entry, Query(entry, "PARTIAL_CANCELED", 5_000, Cancel("t1", 5_000), Cancel("t2", 5_000)), refunds: [owner, lost]);

        Assert.Equal((RefundProgress.Unknown, null, lost.RefundId), (one.Refunds[0].State, one.Refunds[0].TransactionKey, one.After().OpenRefund!.Value));
        Assert.Equal((RefundProgress.Done, "t2", null), (two.Refunds[0].State, two.Refunds[0].TransactionKey, two.After().OpenRefund));
    }

    [Fact]
    public void A_cancel_from_before_a_refund_was_requested_does_not_prove_it()
    {
        var lost = TestObservations.Refund("r2", RefundProgress.Unknown, 5_000, 10_000) with { CancelsBefore = 1 };
        var entry = Attempts.Entry(AttemptState.PartlyCanceled, TimeSpan.FromMinutes(1), row => row.Paid(10_000, 1));

        var after = RefundReading.After(lost, Query(entry, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000)), [lost], entry.Now, entry.Now);

        Assert.Equal((RefundProgress.Unknown, null), (after.State, after.TransactionKey));
    }

    [Theory]
    [InlineData("READY")]
    [InlineData("IN_PROGRESS")]
    [InlineData("EXPIRED")]
    [InlineData("ABORTED")]
    [InlineData("404")]
    public void A_status_that_cannot_follow_a_done_payment_moves_nothing_however_often_it_is_seen(string status)
    {
        foreach (var state in (AttemptState[])[AttemptState.Approved, AttemptState.PartlyCanceled, AttemptState.Reversing, AttemptState.DuplicatePayment])
        {
            var row = Attempts.In(state).Paid() with { IsDuplicate = state == AttemptState.DuplicatePayment, DueAt = Attempts.Opened };
            row = state == AttemptState.Reversing ? row.Reversed() : row;
            for (var minutes = 30; minutes < 60; minutes += 5)
            {
                var entry = Attempts.Entry(state, TimeSpan.FromMinutes(minutes), _ => row);
                var commit = TryApply(entry, status == "404" ? NotFound : Query(entry, status));
                row = commit?.After() ?? row;
                Assert.Equal((state, 15_000m, Attempts.Opened), (row.State, row.Balance, row.ApprovedAt));
                Assert.Empty(commit?.Events ?? []);
            }
        }
    }

    [Theory]
    [InlineData("IN_PROGRESS")]
    [InlineData("EXPIRED")]
    [InlineData("404")]
    public void A_reversal_of_paid_money_that_is_hidden_for_a_day_goes_to_an_operator_and_keeps_its_request(string status)
    {
        var entry = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromDays(1), row => row.Paid().Reversed());

        var commit = Apply(entry, status == "404" ? NotFound : Query(entry, status));

        Assert.Equal((AttemptState.NeedsAttention, OrderEventType.NeedsAttention), (commit.After().State, Assert.Single(commit.EventTypes())));
        Assert.NotNull(commit.After().ReversalRequestedAt);
    }

    [Theory]
    [InlineData("IN_PROGRESS")]
    [InlineData("EXPIRED")]
    [InlineData("404")]
    public void A_lost_refund_of_paid_money_is_not_ended_by_an_answer_that_hides_the_payment(string status)
    {
        var lost = TestObservations.Refund("r1", RefundProgress.Unknown, 5_000);
        var entry = Attempts.Entry(AttemptState.Approved, TimeSpan.FromHours(2), row => row.Paid() with { OpenRefund = lost.RefundId, DueAt = Attempts.Opened });

        var commit = Apply(entry, status == "404" ? NotFound : Query(entry, status), refunds: lost);

        Assert.Equal((RefundProgress.Unknown, null), (commit.Refunds[0].State, commit.Refunds[0].NoneSeenAt));
        Assert.True(commit.After().DueAt > entry.Now);
    }

    [Fact]
    public void A_reversal_of_an_order_never_seen_paid_ends_after_two_agreeing_queries_a_quarter_of_an_hour_after_the_send()
    {
        var early = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(5), row => row.Reversed());
        var first = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(16), _ => Apply(early, Query(early, "IN_PROGRESS")).After());
        var second = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(17), _ => Apply(first, Query(first, "IN_PROGRESS")).After());

        Assert.Equal((AttemptState.Reversing, AttemptState.Reversing), (first.Attempt.State, second.Attempt.State));
        Assert.Equal(AttemptState.Expired, Apply(second, Query(second, "IN_PROGRESS")).After().State);
    }

    [Fact]
    public void A_returned_deposit_needs_two_queries_a_minute_apart()
    {
        var paid = Deposited(TimeSpan.FromHours(1));
        var first = Apply(paid, Query(paid, Account(TimeSpan.FromDays(7))));
        var again = Attempts.Entry(AttemptState.Approved, TimeSpan.FromMinutes(61), _ => first.After());
        var second = Apply(again, Query(again, Account(TimeSpan.FromDays(7))));

        Assert.Equal((AttemptState.Approved, 15_000m, paid.Now + TimeSpan.FromSeconds(60)), (first.After().State, first.After().Balance, first.After().DueAt));
        Assert.Empty(first.EventTypes());
        Assert.Equal((AttemptState.AwaitingDeposit, OrderEventType.DepositReturned), (second.After().State, Assert.Single(second.EventTypes())));
        Assert.Null(OrderProjection.Show(second.After(again)).Balance);
    }

    [Fact]
    public void One_stale_read_of_a_deposited_account_leaves_one_event_paid()
    {
        var paid = Deposited(TimeSpan.FromHours(1));
        var stale = Apply(paid, Query(paid, Account(TimeSpan.FromDays(7))));
        var again = Attempts.Entry(AttemptState.Approved, TimeSpan.FromMinutes(61), _ => stale.After());
        var fresh = Apply(again, Query(again, Account(TimeSpan.FromDays(7), "DONE")));

        Assert.Equal((AttemptState.Approved, null, null), (fresh.After().State, fresh.After().DoubtfulObservation, fresh.After().DueAt));
        Assert.Empty(stale.EventTypes().Concat(fresh.EventTypes()));
    }

    private static AttemptSnapshot Refunded(TimeSpan after) => Attempts.Entry(AttemptState.PartlyCanceled, after, row => row.Paid(10_000, 1));

    private static AttemptSnapshot Deposited(TimeSpan after) => Attempts.Entry(AttemptState.Approved, after, row => row.Paid() with
    {
        DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = "0000", DueDate = Attempts.Opened + TimeSpan.FromDays(7) },
    });
}
