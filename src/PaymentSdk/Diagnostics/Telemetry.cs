using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace PaymentSdk.Diagnostics;

/// <summary>The activity source and the meter <c>PaymentSdk</c>. Their names and tags contain only route templates and fixed words.</summary>
internal static class Telemetry
{
    private const string Name = "PaymentSdk";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram(
            "paymentsdk.client.duration", "s", "The duration of calls to the payment API, all sends included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 45, 65] });

    private static readonly Counter<long> Webhooks =
        Meter.CreateCounter<long>("paymentsdk.webhooks", "{webhook}", "Webhooks received, by result.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("paymentsdk.event.deliveries", "{delivery}", "Deliveries of order events to the shop's handlers, by result.");

    private static readonly Counter<long> RefusedCommits =
        Meter.CreateCounter<long>("paymentsdk.ledger.commits_refused", "{commit}", "Commits that the database refused because of their data.");

    private static readonly Counter<long> Confirms =
        Meter.CreateCounter<long>("paymentsdk.confirms", "{confirm}", "Confirms of payments, by outcome.");

    private static readonly Counter<long> Opened =
        Meter.CreateCounter<long>("paymentsdk.purchases.opened", "{purchase}", "Purchases opened, for the first time or again after an unpaid attempt.");

    private static readonly Counter<long> Refunds =
        Meter.CreateCounter<long>("paymentsdk.refunds", "{refund}", "Refunds, by outcome.");

    /// <summary>Creates a meter with the same name. Its owner disposes of it, because it observes only one host.</summary>
    public static Meter NewMeter() => new(Name);

    public static void CountWebhook(string merchant, string outcome) => Webhooks.Add(1, new("merchant", merchant), new("outcome", outcome));

    public static void CountOpened(string merchant, bool isFirst) => Opened.Add(1, new("merchant", merchant), new("attempt", isFirst ? "first" : "again"));

    public static void CountConfirm(string merchant, string outcome, string method, string? refusal)
    {
        if (!Confirms.Enabled)
            return;
        var tags = new TagList { { "merchant", merchant }, { "outcome", outcome }, { "method", method } };
        if (refusal is not null)
            tags.Add("refusal", refusal);
        Confirms.Add(1, tags);
    }

    public static void CountRefund(string merchant, string outcome, string cause) =>
        Refunds.Add(1, new("merchant", merchant), new("outcome", outcome), new("cause", cause));

    public static void CountDelivery(string merchant, OrderEventType type, bool failed) => Deliveries.Add(
        1, new("merchant", merchant), new("outcome", failed ? "failed" : "delivered"), new("type", JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString())));

    public static void CountRefusedCommit(string merchant) => RefusedCommits.Add(1, new KeyValuePair<string, object?>("merchant", merchant));

    private static readonly Counter<long> Drift =
        Meter.CreateCounter<long>("paymentsdk.client.drift", "{occurrence}", "Members and words of answers that this version does not know, and members that were dropped because they cannot be read or are given twice.");

    public static void CountDrift(string operation, string kind, string path) =>
        Drift.Add(1, new("paymentsdk.operation", operation), new("paymentsdk.kind", kind), new("paymentsdk.path", path));

    public static Activity? Begin(string method, string route)
    {
        var span = Source.StartActivity($"{method} {route}", ActivityKind.Client);
        span?.SetTag("http.request.method", method);
        span?.SetTag("url.template", route);
        return span;
    }

    public static void End(Activity? span, string operation, int? status, string? failure, TimeSpan elapsed)
    {
        var tags = new TagList { { "paymentsdk.operation", operation } };
        if (status is { } code)
            tags.Add("http.response.status_code", code);
        if (failure is not null)
            tags.Add("error.type", failure);
        Duration.Record(elapsed.TotalSeconds, tags);
        if (span is null)
            return;
        foreach (var tag in tags)
            span.SetTag(tag.Key, tag.Value);
        if (failure is not null)
            span.SetStatus(ActivityStatusCode.Error, failure);
        span.Dispose();
    }
}
