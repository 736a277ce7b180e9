using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;
using static PaymentSdk.Tests.Checkout.TestObservations;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Bugs that the simulator found, each reduced to a minimal case.</summary>
public sealed class FoundCaseTests
{
    private static readonly AttemptSnapshot Approved = Attempts.Entry(AttemptState.Approved, TimeSpan.Zero, row => row.Paid());

    private static readonly PaymentErrorCode TooMany = PaymentErrorCode.From("TOO_MANY_REQUESTS");

    [Fact]
    public async Task An_intent_that_is_acknowledged_too_late_is_not_sent_any_more()
    {
        using var database = new TemporaryDatabase();
        var time = new LeapingTime();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, database, time, FaultyLedger.Wrap);
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);
        var commits = 0;
        ((FaultyLedger)shop.Ledger).Commit = async real =>
        {
            var result = await real();
            if (++commits > 1)
                return result;
            // The commit is written, but its acknowledgment arrives after the last moment at which the confirm may be sent.
            time.Leap(TimeSpan.FromSeconds(46));
            throw new LedgerException("The database is unavailable.");
        };

        await shop.ConfirmAsync(orderId, paymentKey);

        Assert.DoesNotContain(gateway.ReadRequests(), request => request.Method == "POST");
    }

    [Fact]
    public async Task An_order_that_brought_the_payment_key_of_another_one_ends_expired_and_needs_no_operator()
    {
        await using var shop = await PaidShop.StartAsync();
        var (mine, other) = (await shop.Shop.OpenAsync(), await shop.Shop.OpenAsync());
        var paymentKey = shop.Authenticate(other);

        await shop.Shop.ConfirmAsync(mine, paymentKey);
        await Until.TrueAsync(
            async () =>
            {
                shop.Time.Advance(TimeSpan.FromMinutes(1));
                return await shop.Shop.StateAsync(mine) == AttemptState.Expired;
            },
            () => "the order with the foreign payment key does not expire");

        Assert.Equal(0, shop.Approvals());
        Assert.Equal([OrderEventType.Expired], await shop.EventsAsync(mine));
    }

    [Fact]
    public async Task An_order_begun_with_the_secret_of_another_account_is_queried_with_that_secret()
    {
        const string First = "test_gsk_fake_shop", Second = "test_gsk_fake_other_account";
        using var database = new TemporaryDatabase();
        var time = new ShiftedTime();
        await using var gateway = await SandboxGateway.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.Keys = [new SandboxKeyPair(First, "test_gck_fake_shop"), new SandboxKeyPair(Second, "test_gck_fake_other_account")];
        });
        OrderId orderId;
        await using (var before = await ShopHost.StartAsync(gateway, database, time))
        {
            orderId = await before.OpenAsync();
            await gateway.ArmAsync(
                new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1000 },
                new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
            Assert.IsType<ConfirmOutcome.Checking>(await before.ConfirmAsync(orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));
        }

        gateway.ClearFaults();
        await using var after = await ShopHost.StartAsync(gateway, database, time, payments => payments.Services.Configure<PaymentSdkOptions>("", options =>
        {
            options.SecretKey = Second;
            options.PreviousSecretKeys.Add(First);
        }));
        time.Advance(TimeSpan.FromMinutes(3));

        await after.UntilAsync(orderId, AttemptState.Approved);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_refund_key_that_is_only_answered_with_a_429_is_given_up_after_a_quarter_of_an_hour(int minutes, bool isGivenUp)
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Unknown, 5_000) with { AnsweredCount = 3 };

        var after = After(asked, Query(Approved, "DONE") with { Cancel = CancelAnswer.Unclear, CancelCode = TooMany }, TimeSpan.FromMinutes(minutes));

        Assert.Equal((4, isGivenUp), (after.AnsweredCount, after.QueryOnly));
    }

    [Fact]
    public void A_cancel_at_the_dashboard_of_the_same_amount_is_not_the_one_that_the_answer_named()
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Sent, 5_000);
        var stale = Query(Approved, "PARTIAL_CANCELED", 10_000, Cancel("t1", 5_000, "관리자 취소")) with { Cancel = CancelAnswer.Accepted, CancelKey = "t2" };

        var after = After(asked, stale, TimeSpan.FromSeconds(1));
        var shown = After(after, Query(Approved, "PARTIAL_CANCELED", 5_000, Cancel("t1", 5_000, "관리자 취소"), Cancel("t2", 5_000)), TimeSpan.FromMinutes(1));

        Assert.Equal((RefundProgress.Unknown, "t2"), (after.State, after.TransactionKey));
        Assert.Equal((RefundProgress.Done, "t2"), (shown.State, shown.TransactionKey));
    }

    [Fact]
    public void A_refund_without_an_outcome_for_a_day_is_reported_to_an_operator_once()
    {
        var asked = TestObservations.Refund("r1", RefundProgress.Unknown, 5_000);
        var silence = new Observation { Fact = ObservedFact.Nothing, ByQuery = true };
        var day = Entry(AttemptState.Approved, TimeSpan.FromHours(24), row => row.Paid() with { OpenRefund = asked.RefundId });

        var first = Apply(day, silence, refunds: asked);
        var second = Apply(day with { Attempt = first.After() }, silence, refunds: first.Refunds[0]);

        Assert.Equal([OrderEventType.NeedsAttention], first.EventTypes());
        Assert.Equal(RefundRecord.AnswersBeforeAttention, first.Refunds[0].AnsweredCount);
        Assert.Empty(second.EventTypes());
        Assert.Equal(day.Now + Schedule.Attention, second.After().DueAt);
    }

    [Fact]
    public void A_row_that_needs_attention_waits_a_day_and_not_a_minute_after_an_inconclusive_second_query()
    {
        var entry = Entry(AttemptState.NeedsAttention, TimeSpan.FromHours(30), row => row with { ExpirySeenAt = Attempts.Opened + TimeSpan.FromHours(29) });

        var commit = Apply(entry, new Observation { Fact = ObservedFact.Nothing, ByQuery = true });

        Assert.Equal(entry.Now + Schedule.Attention, commit.After().DueAt);
    }

    [Theory]
    [InlineData(0, false, AttemptState.NeedsAttention)]
    [InlineData(15_000, false, AttemptState.Canceled)]
    [InlineData(0, true, AttemptState.Canceled)]
    public void A_failed_payout_needs_attention_until_it_is_refunded_by_hand(int byHand, bool isRefundOfOurs, AttemptState after)
    {
        var entry = Entry(AttemptState.Canceled, TimeSpan.FromHours(1), row => row.Paid(0, 1) with { RefundedByHand = byHand, DueAt = Attempts.Opened });
        var payment = Attempts.Payment("CANCELED", balance: 0) with
        {
            Cancels = [Cancel("t1", 15_000)],
            VirtualAccount = new PaymentVirtualAccount { AccountNumber = "0000", RefundStatus = RefundStatus.From("FAILED") },
        };
        RefundRecord[] refunds = isRefundOfOurs ? [TestObservations.Refund("r1", RefundProgress.Done, 15_000) with { TransactionKey = "t1" }] : [];

        var commit = Apply(entry, Query(entry, payment), refunds: refunds);

        Assert.Equal(after, commit.After().State);
        Assert.Equal(after == AttemptState.Canceled, commit.After().DueAt is null);
    }

    [Fact]
    public void A_confirm_that_is_answered_with_the_same_429_twice_is_not_sent_again_under_its_key()
    {
        var failure = new PaymentException("Too many.", PaymentFailureKind.Unknown, TooMany, 429);

        Assert.False(Observations.ReadConfirm(failure, firstOfKey: true).SpendsKey);
        Assert.True(Observations.ReadConfirm(failure, firstOfKey: false, TooMany).SpendsKey);
    }

    [Fact]
    public void A_payment_whose_balance_is_not_known_is_not_refunded_yet()
    {
        var entry = Entry(AttemptState.Approved, TimeSpan.Zero, row => row with { ApprovedAt = Attempts.Opened, RefundedByHand = 3_000 });

        var refused = PaymentSdk.Checkout.Refunds.RefundRules.Refuse(entry, new RefundRequest { OrderId = entry.Attempt.OrderId, RefundId = RefundId.Parse("r1"), Reason = "환불" });

        Assert.Contains("not known", refused?.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_attempt_does_not_keep_a_payment_key_of_another_order()
    {
        var entry = Entry(AttemptState.Declined, TimeSpan.FromMinutes(15), row => row with { DueAt = Attempts.Opened });

        var commit = Apply(entry, Query(entry, Attempts.Payment("DONE") with { OrderId = Another }));

        Assert.Equal((AttemptState.Declined, null), (commit.After().State, commit.After().PaymentKey));
    }

    private static RefundRecord After(RefundRecord refund, Observation seen, TimeSpan at) => RefundReading.After(refund, seen, [refund], Attempts.Opened + at, Attempts.Opened + at);

    private static AttemptSnapshot Entry(AttemptState state, TimeSpan at, Func<Attempt, Attempt> change) => Attempts.Entry(state, at, change);

    /// <summary>A clock whose time and timestamps both leap, because a pause of the process moves both.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long _ahead;

        public void Leap(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

        public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Read(ref _ahead) * TimestampFrequency / TimeSpan.TicksPerSecond);
    }
}
