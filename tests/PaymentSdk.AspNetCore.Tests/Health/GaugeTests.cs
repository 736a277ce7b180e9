using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.AspNetCore.Tests.Webhooks;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Health;

/// <summary>The measurements of the meter <c>PaymentSdk</c>, as a collector of metrics receives them.</summary>
public sealed class GaugeTests
{
    [Fact]
    public async Task Gauges_show_the_statistics_of_the_ledger_and_that_it_is_unavailable()
    {
        // The meter is shared by the whole process; the name of the registration separates this test's measurements from those of other tests.
        const string Merchant = "gauges";
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = Listen(Merchant, seen);
        await using var shop = await PayingShop.StartAsync(second: Merchant, more: payments =>
        {
            payments.Services.AddSingleton<TimeProvider>(new QuickTimers());
            if (payments.Name == Merchant)
                ControlledLedger.Wrap(payments);
        });
        var ledger = ControlledLedger.Of(shop.Services, Merchant);
        ledger.Figures = figures => figures with { Attention = 3, OldestUndeliveredSince = figures.Now.AddMinutes(-2), WaitingWebhooks = 7 };

        await CollectedAsync(listener, () => seen.GetValueOrDefault("paymentsdk.ledger.attention") == 3);
        Assert.Equal(
            [
                ("paymentsdk.ledger.attention", 3), ("paymentsdk.ledger.available", 1), ("paymentsdk.ledger.duplicate_payments", 0), ("paymentsdk.ledger.failed_payouts", 0), ("paymentsdk.ledger.oldest_undelivered", 120),
                ("paymentsdk.ledger.oldest_unknown", 0), ("paymentsdk.ledger.open_breaks", 0), ("paymentsdk.ledger.waiting_webhooks", 7),
            ],
            seen.OrderBy(gauge => gauge.Key, StringComparer.Ordinal).Select(gauge => (gauge.Key, gauge.Value)));

        ledger.Figures = figures => figures with { Attention = 4, Faults = ["The server is read-only."] };
        await CollectedAsync(listener, () => (seen["paymentsdk.ledger.attention"], seen["paymentsdk.ledger.available"]) == (4, 0));
        ledger.Figures = figures => figures with { Attention = 5 };
        await CollectedAsync(listener, () => (seen["paymentsdk.ledger.attention"], seen["paymentsdk.ledger.available"]) == (5, 1));

        ledger.IsUnavailable = true;
        await CollectedAsync(listener, () => seen["paymentsdk.ledger.available"] == 0);
    }

    [Fact]
    public async Task Webhooks_are_counted_by_their_result()
    {
        const string Merchant = "counted";
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => ListenTo(instrument, listening, "paymentsdk.webhooks") };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (tags[0].Value as string == Merchant)
                seen.AddOrUpdate((string)tags[1].Value!, value, (_, before) => before + value);
        });
        listener.Start();
        await using var shop = await WebhookShop.StartAsync(subscribed: false, second: Merchant);

        await shop.SendAsync("<html>", $"/{Merchant}/payments");
        await shop.SendAsync(WebhookShop.StatusChanged("order-of-nobody", "tgen_nobody", "DONE"), $"/{Merchant}/payments");
        await shop.SendAsync(WebhookShop.StatusChanged("order-of-nobody", "tgen_nobody", "CANCELED"), $"/{Merchant}/payments");

        Assert.Equal([("malformed", 1), ("unknown-order", 2)], seen.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => (outcome.Key, outcome.Value)));
    }

    private static MeterListener Listen(string merchant, ConcurrentDictionary<string, double> seen)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listening) => ListenTo(instrument, listening, "paymentsdk.ledger.") };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags[0].Value as string == merchant)
                seen[instrument.Name] = value;
        }
    }

    private static void ListenTo(Instrument instrument, MeterListener listening, string name)
    {
        if (instrument.Meter.Name == "PaymentSdk" && instrument.Name.StartsWith(name, StringComparison.Ordinal))
            listening.EnableMeasurementEvents(instrument);
    }

    private static Task CollectedAsync(MeterListener listener, Func<bool> condition) => Until.TrueAsync(
        () =>
        {
            listener.RecordObservableInstruments();
            return condition();
        },
        "the gauges do not show it");
}
