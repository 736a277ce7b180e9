using System.Diagnostics.Metrics;
using PaymentSdk.Checkout.Commit;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Monitoring;

namespace PaymentSdk.Tests.Lanes;

/// <summary>What is counted of confirms and commits, and what an operator is told.</summary>
public sealed class MetricTests
{
    [Theory]
    [InlineData(AttemptState.Confirming, AttemptState.Approved, "paid")]
    [InlineData(AttemptState.Unknown, AttemptState.Approved, "paid")]
    [InlineData(AttemptState.AwaitingDeposit, AttemptState.Approved, "paid")]
    [InlineData(AttemptState.Expired, AttemptState.Approved, "paid")]
    [InlineData(AttemptState.PartlyCanceled, AttemptState.Approved, null)]
    [InlineData(AttemptState.Approved, AttemptState.Approved, null)]
    [InlineData(AttemptState.Confirming, AttemptState.AwaitingDeposit, "awaiting-deposit")]
    [InlineData(AttemptState.Approved, AttemptState.AwaitingDeposit, null)]
    [InlineData(AttemptState.Confirming, AttemptState.Unknown, "unknown")]
    [InlineData(AttemptState.Unknown, AttemptState.Confirming, null)]
    [InlineData(AttemptState.Confirming, AttemptState.Declined, "declined")]
    [InlineData(AttemptState.Unknown, AttemptState.Expired, "expired")]
    [InlineData(AttemptState.AwaitingDeposit, AttemptState.Expired, null)]
    [InlineData(AttemptState.Confirming, AttemptState.NotSent, "not-sent")]
    [InlineData(AttemptState.Confirming, AttemptState.Mismatch, "attention")]
    [InlineData(AttemptState.Approved, AttemptState.Canceled, null)]
    public void Confirms_are_counted_by_how_they_ended(AttemptState from, AttemptState to, string? outcome)
    {
        var merchant = $"{from}-{to}";
        var counted = Counted("paymentsdk.confirms", merchant, () => ConfirmCounter.Count(merchant, from, to));

        Assert.Equal(outcome is null ? [] : [outcome], counted);
    }

    [Fact]
    public void Commits_that_the_database_refuses_for_their_data_are_counted() =>
        Assert.Single(Counted("paymentsdk.ledger.commits_refused", "refused", () => Telemetry.CountRefusedCommit("refused")));

    [Fact]
    public void An_operator_is_told_in_the_words_of_the_glossary()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var figures = new LedgerStatistics
        {
            Now = now,
            OldestUnknownSince = now.AddMinutes(-16),
            Attention = 1,
            DuplicatePayment = 2,
            FailedPayouts = 3,
            OpenBreaks = 1,
            OldestUndeliveredSince = now.AddMinutes(-20),
            WaitingWebhooks = 6_000,
        };

        Assert.Equal(
            [
                "The outcome of a payment has been unknown for 16 minutes: check that the payment API is reachable and that the keys are right.",
                "1 order needs an operator.",
                "2 duplicate payments are still to be cancelled.",
                "3 refunds could not be paid out to the buyer's account.",
                "Reconciliation found 1 discrepancy that is still open.",
                "An order event has not been delivered for 20 minutes: a handler fails or hangs; the log says why.",
                "6000 webhooks wait to be handled; from 10000 on they are refused with 503.",
            ],
            LedgerAlerts.In(figures, anyEventHandlers: true));
        Assert.Empty(LedgerAlerts.In(figures with { OldestUnknownSince = now.AddMinutes(-15), Attention = 0, DuplicatePayment = 0, FailedPayouts = 0, OpenBreaks = 0, WaitingWebhooks = 0 }, anyEventHandlers: false));
        // A clock of the ledger that was set back.
        Assert.Equal(TimeSpan.Zero, LedgerAlerts.Age(figures, now.AddMinutes(5)));
    }

    private static List<string?> Counted(string name, string merchant, Action count)
    {
        var counted = new List<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "PaymentSdk" && instrument.Name == name)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags[0].Value as string == merchant)
                counted.Add(tags.Length > 1 ? tags[1].Value as string : null);
        });
        listener.Start();
        count();
        return counted;
    }
}
