using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The effect of observations of a payment on an attempt.</summary>
public sealed class TransitionTests
{
    private static readonly RecoverySettings Recovery = RecoverySettings.Compile(new RecoveryOptions(), testKeysAtTheProvider: false);

    public static TheoryData<AttemptState, string, AttemptState, OrderEventType?> Queries => new()
    {
        { AttemptState.Unknown, "DONE", AttemptState.Approved, OrderEventType.Paid },
        { AttemptState.Unknown, "WAITING_FOR_DEPOSIT", AttemptState.AwaitingDeposit, OrderEventType.AwaitingDeposit },
        { AttemptState.Unknown, "ABORTED", AttemptState.Declined, OrderEventType.Declined },
        { AttemptState.Unknown, "CANCELED", AttemptState.Canceled, OrderEventType.Canceled },
        { AttemptState.Unknown, "PARTIAL_CANCELED", AttemptState.Approved, OrderEventType.Paid },
        { AttemptState.Unknown, "IN_PROGRESS", AttemptState.Unknown, null },
        { AttemptState.Unknown, "READY", AttemptState.Unknown, null },
        { AttemptState.Unknown, "EXPIRED", AttemptState.Unknown, null },
        { AttemptState.Unknown, "A_STATUS_OF_TOMORROW", AttemptState.Unknown, null },
        { AttemptState.Confirming, "DONE", AttemptState.Approved, OrderEventType.Paid },
        { AttemptState.Confirming, "IN_PROGRESS", AttemptState.Unknown, null },
        { AttemptState.AwaitingDeposit, "DONE", AttemptState.Approved, OrderEventType.Paid },
        { AttemptState.AwaitingDeposit, "WAITING_FOR_DEPOSIT", AttemptState.AwaitingDeposit, null },
        { AttemptState.AwaitingDeposit, "CANCELED", AttemptState.Canceled, OrderEventType.Canceled },
        { AttemptState.Approved, "PARTIAL_CANCELED", AttemptState.PartlyCanceled, OrderEventType.PartlyCanceled },
        { AttemptState.Approved, "CANCELED", AttemptState.Canceled, OrderEventType.Canceled },
        { AttemptState.Approved, "WAITING_FOR_DEPOSIT", AttemptState.AwaitingDeposit, OrderEventType.DepositReturned },
        { AttemptState.Declined, "DONE", AttemptState.Approved, OrderEventType.PaidLate },
        { AttemptState.Expired, "DONE", AttemptState.Approved, OrderEventType.PaidLate },
        { AttemptState.NeedsAttention, "DONE", AttemptState.Approved, OrderEventType.Paid },
        { AttemptState.NeedsAttention, "IN_PROGRESS", AttemptState.NeedsAttention, null },
        { AttemptState.Mismatch, "DONE", AttemptState.Approved, OrderEventType.Paid },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_moves_an_attempt_where_the_rules_say(AttemptState before, string status, AttemptState after, OrderEventType? happened)
    {
        var commit = Apply(Attempts.Entry(before), Query(Attempts.Payment(status, balance: status == "PARTIAL_CANCELED" ? 5_000 : null)));

        Assert.Equal(after, commit.Moves[0].Attempt.State);
        Assert.Equal(happened, commit.Events.Select(one => (OrderEventType?)one.Type).SingleOrDefault());
        Assert.Equal(AttemptStates.Blocks(commit.Moves[0].Attempt), commit.Purchase.LiveAttempt is not null);
    }

    [Fact]
    public void A_payment_canceled_in_parts_to_a_zero_balance_is_canceled_whatever_its_status()
    {
        var commit = Apply(Attempts.Entry(AttemptState.Approved), Query(Attempts.Payment("PARTIAL_CANCELED", balance: 0)));

        Assert.Equal(AttemptState.Canceled, commit.Moves[0].Attempt.State);
    }

    [Theory]
    [InlineData("DONE")]
    [InlineData("WAITING_FOR_DEPOSIT")]
    public void Another_amount_on_our_payment_is_a_mismatch_and_never_paid(string status)
    {
        var commit = Apply(Attempts.Entry(AttemptState.Confirming), Answer(Attempts.Payment(status, total: 100)));

        Assert.Equal(AttemptState.Mismatch, commit.Moves[0].Attempt.State);
        Assert.Equal(OrderEventType.NeedsAttention, Assert.Single(commit.Events).Type);
    }

    [Fact]
    public void Another_currency_on_our_payment_is_a_mismatch()
    {
        var commit = Apply(Attempts.Entry(AttemptState.Confirming), Answer(Attempts.Payment("DONE") with { Currency = Currency.Usd }));

        Assert.Equal(AttemptState.Mismatch, commit.Moves[0].Attempt.State);
    }

    [Fact]
    public void An_answer_about_another_payment_is_not_evidence()
    {
        var other = Attempts.Payment("DONE") with { OrderId = OrderId.Parse("order-2") };

        Assert.Equal(ObservedFact.Nothing, Answer(other).Fact);
    }

    [Fact]
    public void Expired_needs_two_agreeing_queries_a_minute_apart_long_after_the_last_send()
    {
        var early = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(10)), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;
        var first = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(16)), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;
        var tooSoon = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(16.5), _ => first), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;
        var second = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(17.1), _ => first), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;

        Assert.Null(early.ExpirySeenAt);
        Assert.Equal((AttemptState.Unknown, AttemptState.Unknown), (first.State, tooSoon.State));
        Assert.NotNull(first.ExpirySeenAt);
        Assert.Equal(AttemptState.Expired, second.State);
    }

    [Fact]
    public void A_disagreeing_query_starts_the_two_over()
    {
        var first = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(16)), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;
        var between = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(17), _ => first), Query(Attempts.Payment("IN_PROGRESS"))).Moves[0].Attempt;

        Assert.Null(between.ExpirySeenAt);
    }

    [Fact]
    public void An_order_that_needs_attention_closes_when_two_queries_show_it_expired()
    {
        var first = Apply(Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(2)), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;
        var second = Apply(Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(3), _ => first), Query(Attempts.Payment("EXPIRED"))).Moves[0].Attempt;

        Assert.Equal((AttemptState.NeedsAttention, AttemptState.Expired), (first.State, second.State));
    }

    [Fact]
    public void An_account_that_is_found_after_its_due_date_is_queried_again_and_expires()
    {
        var found = Apply(Attempts.Entry(AttemptState.NeedsAttention, TimeSpan.FromDays(9)), Query(Account(due: TimeSpan.FromDays(7)))).Moves[0].Attempt;
        var closed = Apply(Attempts.Entry(AttemptState.AwaitingDeposit, TimeSpan.FromDays(9), _ => found), Query(Account(due: TimeSpan.FromDays(7)))).Moves[0].Attempt;

        Assert.Equal((AttemptState.AwaitingDeposit, Attempts.Opened + TimeSpan.FromDays(9)), (found.State, found.DueAt));
        Assert.Equal(AttemptState.Expired, closed.State);
    }

    [Theory]
    [InlineData(AttemptState.Expired)]
    [InlineData(AttemptState.Declined)]
    [InlineData(AttemptState.NotSent)]
    [InlineData(AttemptState.Superseded)]
    public void Queries_that_webhooks_and_pages_cause_use_up_no_recheck_of_a_closed_attempt(AttemptState state)
    {
        var row = Attempts.In(state) with { DueAt = Attempts.Opened };
        foreach (var (minutes, next) in new[] { (1, 15), (2, 15), (14, 15), (15, 60), (16, 60), (59, 60), (60, 24 * 60), (23 * 60, 24 * 60) })
        {
            var entry = Attempts.Entry(state, TimeSpan.FromMinutes(minutes), _ => row);
            row = Apply(entry, TestObservations.NotFound).After();
            Assert.Equal(Attempts.Opened.AddMinutes(next), row.DueAt);
        }

        Assert.Null(Apply(Attempts.Entry(state, TimeSpan.FromHours(24), _ => row), TestObservations.NotFound).After().DueAt);
    }

    [Fact]
    public void A_query_that_was_not_answered_is_repeated()
    {
        var nothing = new Observation { Fact = ObservedFact.Nothing, ByQuery = true, StatusCode = 500 };
        static Attempt Due(Attempt attempt) => attempt with { DueAt = Attempts.Opened, Balance = 5_000, RecheckCount = 2 };

        var closed = Apply(Attempts.Entry(AttemptState.Declined, TimeSpan.FromHours(24), Due), nothing).Moves[0].Attempt;
        var paid = Apply(Attempts.Entry(AttemptState.Approved, TimeSpan.FromHours(24), Due), nothing).Moves[0].Attempt;

        Assert.Equal((2, true), (closed.RecheckCount, closed.DueAt > Attempts.Opened + TimeSpan.FromHours(24)));
        Assert.True(paid.DueAt > Attempts.Opened + TimeSpan.FromHours(24));
    }

    [Theory]
    [InlineData("ABORTED")]
    [InlineData("CANCELED")]
    [InlineData("EXPIRED")]
    [InlineData("IN_PROGRESS")]
    [InlineData("PARTIAL_CANCELED")]
    public void A_success_that_contradicts_itself_decides_nothing(string status)
    {
        Assert.Equal(ObservedFact.Nothing, Answer(Attempts.Payment(status)).Fact);
    }

    [Fact]
    public void Refused_keys_mean_no_charge_and_the_order_is_queried_again()
    {
        var refusal = new PaymentException("refused", PaymentFailureKind.Refused, PaymentErrorCode.From("UNAUTHORIZED_KEY"), 401);

        var closed = Apply(Attempts.Entry(AttemptState.Confirming), Observations.ReadConfirm(refusal, firstOfKey: true)).Moves[0].Attempt;

        Assert.Equal(AttemptState.NotSent, closed.State);
        Assert.NotNull(closed.DueAt);
    }

    [Theory]
    [InlineData(AttemptState.Approved, AttemptState.DuplicatePayment)]
    [InlineData(AttemptState.PartlyCanceled, AttemptState.DuplicatePayment)]
    [InlineData(AttemptState.Canceled, AttemptState.DuplicatePayment)]
    [InlineData(AttemptState.Unknown, AttemptState.Declined)]
    [InlineData(AttemptState.AwaitingDeposit, AttemptState.Declined)]
    [InlineData(AttemptState.Reversing, AttemptState.Declined)]
    public void A_payment_found_paid_is_a_duplicate_once_another_one_has_paid_and_waits_while_the_other_is_undecided(AttemptState other, AttemptState then)
    {
        var entry = Attempts.Entry(AttemptState.Declined);
        entry = entry with { Purchase = entry.Purchase with { LiveAttempt = OrderId.Parse("order-2") } };

        var commit = Apply(entry, Query(Attempts.Payment("DONE")), AttemptStates.AsOther(Attempts.In(other) with { ApprovedAt = Attempts.Opened }));

        Assert.Equal(then, commit.Moves[0].Attempt.State);
        Assert.Equal(OrderId.Parse("order-2"), commit.Purchase.LiveAttempt);
        Assert.NotNull(commit.Moves[0].Attempt.DueAt);
        Assert.Empty(commit.Events);
    }

    [Theory]
    [InlineData(AttemptState.Canceled)]
    [InlineData(AttemptState.NeedsAttention)]
    public void A_duplicate_payment_never_replaces_the_attempt_that_paid(AttemptState then)
    {
        var paid = OrderId.Parse("order-2");
        var entry = Attempts.Entry(AttemptState.DuplicatePayment, change: attempt => attempt with { ApprovedAt = Attempts.Opened });
        entry = entry with { Purchase = entry.Purchase with { LiveAttempt = paid } };

        var commit = AttemptMoves.Commit(entry, entry.Attempt with { State = then }, new MoveReason("test", "test"));

        Assert.Equal(paid, commit.Purchase.LiveAttempt);
    }

    [Theory]
    [InlineData("DONE", AttemptState.Reversing)]
    [InlineData("CANCELED", AttemptState.Canceled)]
    public void A_payment_that_is_being_reversed_is_reversed_whatever_amount_the_gateway_took(string status, AttemptState then)
    {
        var entry = Attempts.Entry(AttemptState.Reversing);

        var seen = Observations.Read(Attempts.Payment(status, total: 14_000), entry.Attempt, byQuery: true, "trace");

        Assert.NotEqual(ObservedFact.Mismatch, seen.Fact);
        Assert.Equal(then, Apply(entry, seen).Moves[0].Attempt.State);
    }

    [Fact]
    public void A_payment_that_stays_unknown_for_a_day_needs_attention_and_blocks_the_sale()
    {
        var commit = Apply(Attempts.Entry(AttemptState.Unknown, TimeSpan.FromDays(1)), Query(Attempts.Payment("IN_PROGRESS")));

        Assert.Equal(AttemptState.NeedsAttention, commit.Moves[0].Attempt.State);
        Assert.NotNull(commit.Purchase.LiveAttempt);
    }

    [Fact]
    public void The_back_off_schedule_grows_up_to_its_cap()
    {
        var delays = Enumerable.Range(0, 12).Select(tries => Recovery.Backoff(tries).TotalSeconds);

        Assert.Equal([2, 5, 15, 30, 60, 120, 300, 900, 3600, 3600, 3600, 3600], delays);
    }

    [Fact]
    public void However_often_the_page_asked_one_query_comes_while_the_confirm_may_still_be_sent_again()
    {
        var asked = Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(1), attempt => attempt with { RecheckCount = 30 });
        var later = Attempts.Entry(AttemptState.Unknown, TimeSpan.FromMinutes(8), attempt => attempt with { RecheckCount = 31 });

        Assert.Equal(Attempts.Opened + TimeSpan.FromMinutes(8), Apply(asked, Query(Attempts.Payment("IN_PROGRESS"))).Moves[0].Attempt.DueAt);
        Assert.Equal(Attempts.Opened + TimeSpan.FromMinutes(68), Apply(later, Query(Attempts.Payment("IN_PROGRESS"))).Moves[0].Attempt.DueAt);
    }

    [Fact]
    public void An_account_whose_deposit_was_returned_and_that_is_canceled_no_longer_blocks_the_sale()
    {
        var paid = Attempts.Entry(AttemptState.Approved, TimeSpan.FromHours(1), attempt => attempt with { ApprovedAt = Attempts.Opened });
        var doubted = Apply(paid, Query(Account(due: TimeSpan.FromDays(7)))).Moves[0].Attempt;
        var reversed = Apply(Attempts.Entry(AttemptState.Approved, TimeSpan.FromHours(1.1), _ => doubted), Query(Account(due: TimeSpan.FromDays(7)))).Moves[0].Attempt;
        var canceled = Apply(Attempts.Entry(AttemptState.AwaitingDeposit, TimeSpan.FromHours(2), _ => reversed), Query(Attempts.Payment("CANCELED", balance: 0)));

        Assert.Null(reversed.ApprovedAt);
        Assert.Equal((AttemptState.Canceled, null), (canceled.Moves[0].Attempt.State, canceled.Purchase.LiveAttempt));
    }

    [Fact]
    public void A_closed_attempt_that_was_sent_is_queried_three_more_times()
    {
        var closed = Apply(Attempts.Entry(AttemptState.Unknown), Query(Attempts.Payment("ABORTED"))).Moves[0].Attempt;
        var dues = new List<TimeSpan?>();
        for (var attempt = closed; attempt.DueAt is { } due;)
        {
            dues.Add(due - Attempts.Opened);
            attempt = Apply(Attempts.Entry(AttemptState.Declined, due - Attempts.Opened, _ => attempt), Query(Attempts.Payment("ABORTED"))).Moves[0].Attempt;
        }

        Assert.Equal([TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(24)], dues);
    }

    [Fact]
    public void A_refusal_of_a_key_that_was_sent_before_does_not_decide_the_outcome()
    {
        var refusal = new PaymentException("refused", PaymentFailureKind.Refused, PaymentErrorCode.From("REJECT_CARD_PAYMENT"), 403);

        Assert.Equal(ObservedFact.Refused, Observations.ReadConfirm(refusal, firstOfKey: true).Fact);
        Assert.Equal(ObservedFact.Nothing, Observations.ReadConfirm(refusal, firstOfKey: false).Fact);
    }

    [Theory]
    [InlineData(401, "UNAUTHORIZED_KEY")]
    [InlineData(403, "FORBIDDEN_REQUEST")]
    [InlineData(429, "")]
    [InlineData(500, "UNKNOWN_ERROR")]
    [InlineData(404, "")]
    public void A_failed_query_shows_nothing_about_money(int status, string code)
    {
        var kind = status is 429 or 500 ? PaymentFailureKind.Unknown : PaymentFailureKind.Refused;

        Assert.Equal(ObservedFact.Nothing, Observations.ReadQuery(new PaymentException("failed", kind, PaymentErrorCode.From(code), status), asConfirmed: true).Fact);
    }

    private static Payment Account(TimeSpan due) => Attempts.Payment("WAITING_FOR_DEPOSIT") with
    {
        VirtualAccount = new PaymentVirtualAccount { AccountNumber = "0000", DueDate = Attempts.Opened + due },
    };

    private static LedgerCommit Apply(AttemptSnapshot entry, Observation seen, OtherAttempt other = OtherAttempt.None) =>
        Transition.Apply(new TransitionInput(entry, entry.Now, [], other, Recovery), seen, MoveReason.Recovery)!;

    private static Observation Query(Payment payment) => Observations.Read(payment, Attempts.In(AttemptState.Unknown), byQuery: true, "trace");

    private static Observation Answer(Payment payment) => Observations.Read(payment, Attempts.In(AttemptState.Unknown), byQuery: false, "trace");
}
