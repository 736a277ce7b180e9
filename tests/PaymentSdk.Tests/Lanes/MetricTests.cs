using System.Diagnostics.Metrics;
using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Monitoring;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The counters of confirms and commits, and the alerts for operators.</summary>
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
        var counted = Counted("paymentsdk.confirms", merchant, () => ConfirmCounter.Count(merchant, from, AttemptIn(to)));

        Assert.Equal(outcome is null ? [] : [outcome], counted);
    }

    [Fact]
    public void Commits_that_the_database_refuses_for_their_data_are_counted() =>
        Assert.Single(Counted("paymentsdk.ledger.commits_refused", "refused", () => Telemetry.CountRefusedCommit("refused")));

    [Fact]
    public void Alerts_use_the_terms_of_the_glossary()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var figures = new LedgerStatistics
        {
            Now = now,
            OldestUnknownSince = now.AddMinutes(-16),
            Attention = 1,
            DuplicatePayments = 2,
            FailedPayouts = 3,
            OpenBreaks = 1,
            OldestUndeliveredSince = now.AddMinutes(-20),
            WaitingWebhooks = 6_000,
        };

        Assert.Equal(
            [
                "The outcome of a payment has been unknown for 16 minutes: check that the payment API is reachable and that the keys are right.",
                "1 order needs an operator.",
                "2 duplicate payments are still to be canceled.",
                "3 refunds could not be paid out to the buyer's account.",
                "Reconciliation found 1 discrepancy that is still open.",
                "An order event has not been delivered for 20 minutes: a handler fails or hangs; the log says why.",
                "6000 webhooks wait to be handled; from 10000 on they are refused with 503.",
            ],
            LedgerAlerts.In(figures, anyEventHandlers: true));
        Assert.Empty(LedgerAlerts.In(figures with { OldestUnknownSince = now.AddMinutes(-15), Attention = 0, DuplicatePayments = 0, FailedPayouts = 0, OpenBreaks = 0, WaitingWebhooks = 0 }, anyEventHandlers: false));
        // If the clock of the ledger was set back, the moment is in the future, and its age is zero.
        Assert.Equal(TimeSpan.Zero, LedgerAlerts.Age(figures, now.AddMinutes(5)));
    }

    [Theory]
    [InlineData("카드", AttemptKind.Window, "card")]
    [InlineData("CARD", AttemptKind.Window, "card")]
    [InlineData("가상계좌", AttemptKind.Window, "virtual-account")]
    [InlineData("계좌이체", AttemptKind.Window, "transfer")]
    [InlineData("간편결제", AttemptKind.BrandPay, "easy-pay")]
    [InlineData("도서문화상품권", AttemptKind.Window, "gift-certificate")]
    [InlineData("해외간편결제", AttemptKind.Window, "foreign-easy-pay")]
    [InlineData("a method of tomorrow", AttemptKind.Window, "other")]
    [InlineData(null, AttemptKind.Window, "unknown")]
    [InlineData(null, AttemptKind.Billing, "card")]
    public void Methods_are_counted_under_a_name_of_the_SDK(string? method, AttemptKind kind, string word) =>
        Assert.Equal(word, MetricWords.Method(AttemptIn(AttemptState.Approved) with { Method = method, Kind = kind }));

    [Theory]
    [InlineData(AttemptState.Declined, "REJECT_CARD_PAYMENT", "limit-or-balance")]
    [InlineData(AttemptState.Declined, "REJECT_CARD_COMPANY", "issuer-refused")]
    [InlineData(AttemptState.Declined, "INVALID_CARD_PASSWORD", "wrong-data")]
    [InlineData(AttemptState.Declined, "PAY_PROCESS_CANCELED", "buyer-canceled")]
    [InlineData(AttemptState.Declined, "INVALID_REQUEST", "shop")]
    [InlineData(AttemptState.Declined, "PROVIDER_ERROR", "provider")]
    [InlineData(AttemptState.Declined, "NEW_CODE_OF_TOMORROW", "other")]
    [InlineData(AttemptState.Declined, null, "other")]
    [InlineData(AttemptState.Expired, null, "expired")]
    [InlineData(AttemptState.Expired, "NOT_FOUND_PAYMENT_SESSION", "expired")]
    [InlineData(AttemptState.Expired, "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", "provider")]
    [InlineData(AttemptState.NotSent, null, "provider")]
    [InlineData(AttemptState.NotSent, "UNAUTHORIZED_KEY", "shop")]
    [InlineData(AttemptState.Approved, "REJECT_CARD_PAYMENT", null)]
    [InlineData(AttemptState.Unknown, "PROVIDER_ERROR", null)]
    public void Refusals_are_counted_by_a_class_of_the_SDK(AttemptState state, string? code, string? word) =>
        Assert.Equal(word, MetricWords.Refusal(AttemptIn(state) with { FailureCode = code is null ? null : PaymentErrorCode.From(code) }));

    [Fact]
    public void Every_code_that_declines_a_confirm_has_a_class() =>
        Assert.DoesNotContain(ErrorCatalog.All, info => info.Class == ErrorClass.BuyerActs && MetricWords.Refusal(info.Code) == "other");

    private static Attempt AttemptIn(AttemptState state) => new()
    {
        Merchant = "",
        OrderId = OrderId.Parse("order-000001"),
        PurchaseId = PurchaseId.Parse("purchase-1"),
        Number = 1,
        State = state,
        Amount = Money.Krw(15_000),
        OpenedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

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
