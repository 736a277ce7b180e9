using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace PaymentSdk.Diagnostics;

/// <summary>
/// The activity source and the meter <c>PaymentSdk</c>, and everything that is counted for the whole process. The instruments are in one class, so
/// that they are published together. Tags have few values: route templates, fixed words, names of registrations, and the paths of unknown members.
/// </summary>
internal static class Telemetry
{
    private const string Name = "PaymentSdk";

    /// <summary>The source of the spans of API calls.</summary>
    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>The duration of calls to the payment API, recorded by <c>CallObserver</c>.</summary>
    public static readonly Histogram<double> Duration =
        Meter.CreateHistogram(
            "paymentsdk.client.duration", "s", "The duration of calls to the payment API, all sends included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 45, 65] });

    /// <summary>The parts of answers that this version does not know or cannot read, counted by <c>DriftWatch</c>.</summary>
    public static readonly Counter<long> Drift =
        Meter.CreateCounter<long>("paymentsdk.client.drift", "{occurrence}", "Members and words of answers that this version does not know, and members that were dropped because they cannot be read or are given twice.");

    /// <summary>The confirms by outcome, counted by <c>ConfirmCounter</c>.</summary>
    public static readonly Counter<long> Confirms =
        Meter.CreateCounter<long>("paymentsdk.confirms", "{confirm}", "Confirms of payments, by outcome.");

    private static readonly Counter<long> Webhooks =
        Meter.CreateCounter<long>("paymentsdk.webhooks", "{webhook}", "Webhooks received, by result.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("paymentsdk.event.deliveries", "{delivery}", "Deliveries of order events to the shop's handlers, by result.");

    private static readonly Counter<long> RefusedCommits =
        Meter.CreateCounter<long>("paymentsdk.ledger.commits_refused", "{commit}", "Commits that the database refused because of their data.");

    private static readonly Counter<long> Opened =
        Meter.CreateCounter<long>("paymentsdk.purchases.opened", "{purchase}", "Purchases opened, for the first time or again after an unpaid attempt.");

    private static readonly Counter<long> Refunds =
        Meter.CreateCounter<long>("paymentsdk.refunds", "{refund}", "Refunds, by outcome.");

    /// <summary>Creates a meter with the same name. Its owner disposes of it, because it observes only one host.</summary>
    public static Meter NewMeter() => new(Name);

    public static void CountWebhook(string merchant, string outcome) => Webhooks.Add(1, new("merchant", merchant), new("outcome", outcome));

    public static void CountOpened(string merchant, bool isFirst) => Opened.Add(1, new("merchant", merchant), new("attempt", isFirst ? "first" : "again"));

    public static void CountRefund(string merchant, string outcome, string cause) =>
        Refunds.Add(1, new("merchant", merchant), new("outcome", outcome), new("cause", cause));

    public static void CountDelivery(string merchant, OrderEventType type, bool failed) => Deliveries.Add(
        1, new("merchant", merchant), new("outcome", failed ? "failed" : "delivered"), new("type", JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString())));

    public static void CountRefusedCommit(string merchant) => RefusedCommits.Add(1, new KeyValuePair<string, object?>("merchant", merchant));
}
