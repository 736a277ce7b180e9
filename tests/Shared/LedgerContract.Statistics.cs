using PaymentSdk.Ledger;
using Xunit;

namespace PaymentSdk.Tests.Shared;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Attention_counts_the_attempts_and_the_refunds_that_an_operator_must_resolve()
    {
        var ledger = await OpenLedgerAsync();
        foreach (var state in Enum.GetValues<AttemptState>())
            await CommittedAsync(ledger, Moving(await OpenAsync(ledger), state));
        foreach (var state in Enum.GetValues<RefundProgress>())
        {
            await RefundedAsync(state, answered: 4);
            await RefundedAsync(state, answered: 5);
        }

        var figures = await ledger.ReadStatisticsAsync(_merchant, Ct);

        const int attempts = 2; // NeedsAttention, Mismatch
        const int payoutFailed = 2;
        const int unchangedAfterFiveAnswers = 4; // Requested, Sent, Unknown, Pending
        Assert.Equal(attempts + payoutFailed + unchangedAfterFiveAnswers, figures.Attention);
        Assert.Equal((payoutFailed, 1), (figures.FailedPayouts, figures.DuplicatePayments));
        Assert.Equal(0, (await ledger.ReadStatisticsAsync($"{_merchant}-b", Ct)).Attention);

        async Task RefundedAsync(RefundProgress state, int answered)
        {
            var opened = await OpenAsync(ledger);
            await CommittedAsync(ledger, Moving(opened, AttemptState.Approved) with { Refunds = [Asked(opened, "refund-1") with { State = state, AnsweredCount = answered }] });
        }
    }

    [Fact]
    public async Task A_late_approval_that_waits_is_not_attention_by_itself()
    {
        var ledger = await OpenLedgerAsync();
        var opened = await OpenAsync(ledger);
        await CommittedAsync(ledger, With(Moving(opened, AttemptState.Expired), attempt => attempt with { LateApprovalAt = opened.Now, DueAt = opened.Now.AddMinutes(1) }));

        Assert.Equal(0, (await ledger.ReadStatisticsAsync(_merchant, Ct)).Attention);
    }

    [Fact]
    public async Task The_oldest_unknown_outcome_and_the_oldest_undelivered_event_are_reported_by_their_times()
    {
        var ledger = await OpenLedgerAsync();
        var empty = await ledger.ReadStatisticsAsync(_merchant, Ct);
        Assert.Equal((null, null, 0), (empty.OldestUnknownSince, empty.OldestUndeliveredSince, empty.WaitingWebhooks));

        var opened = await OpenAsync(ledger);
        var sent = opened.Now.AddMinutes(-20);
        await CommittedAsync(ledger, With(Moving(opened, AttemptState.Unknown, null, Event(opened, 1)), attempt => attempt with { FirstSentAt = sent }));
        var other = await OpenAsync(ledger);
        await CommittedAsync(ledger, With(Moving(other, AttemptState.Confirming), attempt => attempt with { FirstSentAt = other.Now }));
        // The age of a reversal counts from its request, even if the payment was made last month.
        var reversed = await OpenAsync(ledger);
        await CommittedAsync(ledger, With(Moving(reversed, AttemptState.Reversing), attempt => attempt with { FirstSentAt = reversed.Now.AddDays(-30), ReversalRequestedAt = reversed.Now.AddMinutes(-10) }));
        await ledger.ReceiveAsync(Message("one"), 10, Replay, Ct);

        var figures = await ledger.ReadStatisticsAsync(_merchant, Ct);

        Assert.Equal((sent, opened.Now, 1), (figures.OldestUnknownSince, figures.OldestUndeliveredSince, figures.WaitingWebhooks));
    }
}
