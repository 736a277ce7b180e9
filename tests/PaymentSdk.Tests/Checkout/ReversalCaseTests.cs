using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Reversals and duplicate payments whose cancel is refused, or that are found through a late approval (docs/spec/money.md §2, §5, §6): none of
/// them becomes a sale.
/// </summary>
public sealed class ReversalCaseTests
{
    private static readonly RefundId Reversal = RefundId.Parse("sdk-reversal-1");

    [Fact]
    public void A_refused_reversal_stays_with_the_operator_when_the_daily_query_shows_it_paid()
    {
        var refused = Refuse(Attempts.Entry(AttemptState.Reversing, change: row => row.Paid().Reversed() with { OpenRefund = Reversal }));
        var daily = Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(1), _ => refused.After());
        var later = Apply(daily, Query(daily, "DONE"));

        Assert.Equal((AttemptState.NeedsAttention, OrderEventType.NeedsAttention), (refused.After().State, Assert.Single(refused.EventTypes())));
        Assert.Equal((AttemptState.NeedsAttention, Attempts.Opened + TimeSpan.FromDays(2)), (later.After().State, later.After().DueAt));
        Assert.NotNull(later.After().ReversalRequestedAt);
        Assert.Empty(later.EventTypes());
    }

    [Fact]
    public void A_duplicate_whose_cancel_is_refused_never_becomes_a_second_sale()
    {
        var refused = Refuse(Attempts.Entry(AttemptState.DuplicatePayment, change: row => row.Paid() with { IsDuplicate = true, OpenRefund = Reversal }).Beside(), OtherAttempt.Paid);
        var daily = Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(1), _ => refused.After()).Beside();
        var later = Apply(daily, Query(daily, "DONE"), OtherAttempt.Paid);

        Assert.Equal((AttemptState.NeedsAttention, Another), (refused.After().State, refused.Purchase.LiveAttempt));
        Assert.Equal((AttemptState.NeedsAttention, Another), (later.After().State, later.Purchase.LiveAttempt));
        Assert.Empty(later.EventTypes());
    }

    [Fact]
    public void A_duplicate_with_a_refused_cancel_is_not_a_sale_either_when_the_attempt_that_paid_is_gone()
    {
        var entry = Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(1), row => row.Paid() with { IsDuplicate = true });

        var commit = Apply(entry, Query(entry, "DONE"));

        Assert.Equal((AttemptState.NeedsAttention, null), (commit.After().State, commit.Purchase.LiveAttempt));
        Assert.Empty(commit.EventTypes());
    }

    [Theory]
    [InlineData(AttemptState.DuplicatePayment)]
    [InlineData(AttemptState.NeedsAttention)]
    public void A_duplicate_that_is_canceled_at_the_dashboard_does_not_change_the_paid_purchase(AttemptState state)
    {
        var entry = Attempts.Entry(state, change: row => row.Paid() with { IsDuplicate = true }).Beside();

        var commit = Apply(entry, Query(entry, "CANCELED", 0, Cancel("t1", 15_000)), OtherAttempt.Paid);

        Assert.Equal((AttemptState.Canceled, Another), (commit.After().State, commit.Purchase.LiveAttempt));
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void An_account_whose_closing_is_refused_is_not_open_again_and_its_deposit_is_not_a_sale()
    {
        var closing = Attempts.Entry(AttemptState.Reversing, change: row => row.Reversed() with
        {
            DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = "0000", DueDate = Attempts.Opened + TimeSpan.FromDays(7) },
            OpenRefund = Reversal,
        });
        var refused = Apply(
            closing,
            Query(closing, Account(TimeSpan.FromDays(7))) with { Cancel = CancelAnswer.Refused, CancelCode = NotCancelable },
            refunds: TestObservations.Refund("sdk-reversal-1", RefundProgress.Sent, amount: null, refundable: null));
        var daily = Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(1), _ => refused.After());

        var open = Apply(daily, Query(daily, Account(TimeSpan.FromDays(7))));
        var deposited = Apply(daily, Query(daily, Account(TimeSpan.FromDays(7), "DONE")));

        Assert.Equal(
            (AttemptState.NeedsAttention, AttemptState.NeedsAttention, AttemptState.NeedsAttention),
            (refused.After().State, open.After().State, deposited.After().State));
        Assert.Empty(open.EventTypes().Concat(deposited.EventTypes()));
    }

    [Fact]
    public void A_partial_refund_that_is_refused_while_reversing_leaves_the_rest_due_at_once()
    {
        var entry = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(5), row => row.Paid().Reversed() with { OpenRefund = RefundId.Parse("r1") });

        var commit = Apply(
            entry,
            Query(entry, "DONE") with { Cancel = CancelAnswer.Refused, CancelCode = NotCancelable },
            refunds: TestObservations.Refund("r1", RefundProgress.Sent, 5_000));

        Assert.Equal(RefundProgress.Refused, Assert.Single(commit.Refunds).State);
        Assert.Equal((AttemptState.Reversing, null, entry.Now), (commit.After().State, commit.After().OpenRefund, commit.After().DueAt));
    }

    [Fact]
    public void A_partial_refund_that_is_done_while_reversing_leaves_the_rest_due_at_once()
    {
        var entry = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(5), row => row.Paid().Reversed() with { OpenRefund = RefundId.Parse("r1") });

        var commit = Apply(entry, Query(entry, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000)), refunds: TestObservations.Refund("r1", RefundProgress.Unknown, 5_000));

        Assert.Equal(RefundProgress.Done, Assert.Single(commit.Refunds).State);
        Assert.Equal((AttemptState.Reversing, entry.Now, 10_000m), (commit.After().State, commit.After().DueAt, commit.After().Balance));
    }

    [Fact]
    public void A_reversal_refused_because_the_balance_had_moved_is_tried_again_with_the_new_balance()
    {
        var entry = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(5), row => row.Paid().Reversed() with { OpenRefund = Reversal });

        var commit = Apply(
            entry,
            Query(entry, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000, "점장 취소")) with { Cancel = CancelAnswer.Refused, CancelCode = PaymentErrorCode.From("NOT_MATCHES_REFUNDABLE_AMOUNT") },
            refunds: TestObservations.Refund("sdk-reversal-1", RefundProgress.Sent, 15_000));

        Assert.Equal((AttemptState.Reversing, entry.Now), (commit.After().State, commit.After().DueAt));
        Assert.Equal(RefundProgress.Refused, Assert.Single(commit.Refunds).State);
    }

    [Theory]
    [InlineData(AttemptState.Declined)]
    [InlineData(AttemptState.Expired)]
    [InlineData(AttemptState.NotSent)]
    public void A_closed_attempt_with_a_requested_reversal_is_reversed_when_it_is_found_paid_late(AttemptState state)
    {
        var entry = Attempts.Entry(state, TimeSpan.FromMinutes(15), row => row.Reversed() with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, "DONE"));

        Assert.Equal((AttemptState.Reversing, entry.Now), (commit.After().State, commit.After().DueAt));
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void A_closed_attempt_with_a_requested_reversal_is_reversed_whatever_amount_is_found()
    {
        var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row.Reversed() with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, Attempts.Payment("DONE", total: 14_000)));

        Assert.Equal(AttemptState.Reversing, commit.After().State);
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void A_closed_attempt_with_a_requested_reversal_is_closed_when_a_late_account_is_found()
    {
        var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row.Reversed() with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, Account(TimeSpan.FromDays(7))));

        Assert.Equal(AttemptState.Reversing, commit.After().State);
        Assert.Empty(commit.EventTypes());
    }

    [Fact]
    public void A_closed_attempt_that_is_reversed_beside_another_one_does_not_become_the_blocking_attempt()
    {
        foreach (var other in Enum.GetValues<OtherAttempt>().Where(other => other != OtherAttempt.None))
        {
            var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row.Reversed() with { DueAt = Attempts.Opened }).Beside();
            var late = Apply(entry, Query(entry, "DONE"), other);
            var going = Attempts.Entry(AttemptState.Reversing, TimeSpan.FromMinutes(16), _ => late.After()).Beside();
            var gone = Apply(going, Query(going, "CANCELED", 0, Cancel("t1", 15_000)), other);

            Assert.Equal((AttemptState.Reversing, Another), (late.After().State, late.Purchase.LiveAttempt));
            Assert.Equal((AttemptState.Canceled, Another), (gone.After().State, gone.Purchase.LiveAttempt));
            Assert.Empty(late.EventTypes().Concat(gone.EventTypes()));
        }
    }

    [Fact]
    public void A_reversed_payment_that_is_seen_with_money_after_it_was_canceled_is_reversed_again()
    {
        var entry = Attempts.Entry(AttemptState.Canceled, TimeSpan.FromHours(1), row => row.Reversed() with { ApprovedAt = Attempts.Opened, Balance = 15_000, DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, "DONE"));

        Assert.Equal(AttemptState.Reversing, commit.After().State);
        Assert.Empty(commit.EventTypes());
    }

    [Theory]
    [InlineData(AttemptState.Declined)]
    [InlineData(AttemptState.Expired)]
    public void A_late_approval_of_another_amount_is_a_mismatch_that_needs_attention(AttemptState state)
    {
        var entry = Attempts.Entry(state, TimeSpan.FromMinutes(15), row => row with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, Attempts.Payment("DONE", total: 9_000)));

        Assert.Equal((AttemptState.Mismatch, OrderEventType.NeedsAttention), (commit.After().State, Assert.Single(commit.EventTypes())));
    }

    [Fact]
    public void A_late_approval_of_another_amount_beside_a_paid_attempt_needs_attention_and_does_not_become_the_blocking_attempt()
    {
        var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row with { DueAt = Attempts.Opened }).Beside();

        var commit = Apply(entry, Query(entry, Attempts.Payment("DONE", total: 9_000)), OtherAttempt.Paid);

        Assert.Equal((AttemptState.Mismatch, Another, OrderEventType.NeedsAttention), (commit.After().State, commit.Purchase.LiveAttempt, Assert.Single(commit.EventTypes())));
    }

    [Fact]
    public void A_late_approval_waits_as_a_fact_beside_an_undecided_attempt_and_the_page_says_checking()
    {
        var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row with { DueAt = Attempts.Opened }).Beside();
        var waits = Apply(entry, Query(entry, "DONE"), OtherAttempt.Undecided);
        var again = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(20), _ => waits.After());

        Assert.Equal((AttemptState.Expired, Another), (waits.After().State, waits.Purchase.LiveAttempt));
        Assert.Equal(PaymentOrderStatus.Checking, AttemptStates.Outside(waits.After()));
        Assert.True(waits.After().LateApprovalAt is not null && waits.After().DueAt > entry.Now);
        Assert.Empty(waits.EventTypes());
        // If the other attempt was paid, this one is a duplicate. If it ended without money, this one is the sale.
        Assert.Equal(AttemptState.DuplicatePayment, Apply(again.Beside(), Query(again, "DONE"), OtherAttempt.Paid).After().State);
        var pays = Apply(again, Query(again, "DONE"));
        Assert.Equal((AttemptState.Approved, null, OrderEventType.PaidLate), (pays.After().State, pays.After().LateApprovalAt, Assert.Single(pays.EventTypes())));
    }

    [Fact]
    public void A_late_approval_beside_an_attempt_that_needs_attention_is_queried_once_a_day()
    {
        var entry = Attempts.Entry(AttemptState.Expired, TimeSpan.FromMinutes(15), row => row with { DueAt = Attempts.Opened }).Beside();

        var waits = Apply(entry, Query(entry, "DONE"), OtherAttempt.Attention).After();

        Assert.Equal(entry.Now + TimeSpan.FromDays(1), waits.DueAt);
    }

    [Fact]
    public void A_late_approval_that_waits_backs_off_like_any_row()
    {
        var waiting = Attempts.Entry(AttemptState.Expired, TimeSpan.FromHours(2), row => row.Paid() with { LateApprovalAt = Attempts.Opened, RecheckCount = 8, DueAt = Attempts.Opened }).Beside();

        Assert.Equal(waiting.Now + TimeSpan.FromHours(1), Apply(waiting, Query(waiting, "DONE"), OtherAttempt.Undecided).After().DueAt);
    }

    private static LedgerCommit Refuse(AttemptSnapshot entry, OtherAttempt other = OtherAttempt.None) => Apply(
        entry, Query(entry, "DONE") with { Cancel = CancelAnswer.Refused, CancelCode = NotCancelable }, other, TestObservations.Refund("sdk-reversal-1", RefundProgress.Sent, 15_000));
}
