using System.Globalization;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Monitoring;

/// <summary>Derives the alerts for operators from the figures, one sentence for each alert. Has no side effects.</summary>
internal static class LedgerAlerts
{
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<string> In(LedgerStatistics figures, bool anyEventHandlers)
    {
        var alerts = new List<string>();
        if (Age(figures, figures.OldestUnknownSince) is { } unknown && unknown > TooOld)
            alerts.Add($"The outcome of a payment has been unknown for {Minutes(unknown)} minutes: check that the payment API is reachable and that the keys are right.");
        if (figures.Attention > 0)
            alerts.Add($"{Count(figures.Attention, "order needs", "orders need")} an operator.");
        if (figures.DuplicatePayments > 0)
            alerts.Add($"{Count(figures.DuplicatePayments, "duplicate payment is", "duplicate payments are")} still to be canceled.");
        if (figures.FailedPayouts > 0)
            alerts.Add($"{Count(figures.FailedPayouts, "refund", "refunds")} could not be paid out to the buyer's account.");
        if (figures.OpenBreaks > 0)
            alerts.Add($"Reconciliation found {Count(figures.OpenBreaks, "discrepancy that is", "discrepancies that are")} still open.");
        if (anyEventHandlers && Age(figures, figures.OldestUndeliveredSince) is { } undelivered && undelivered > TooOld)
            alerts.Add($"An order event has not been delivered for {Minutes(undelivered)} minutes: a handler fails or hangs; the log says why.");
        if (figures.WaitingWebhooks > WebhookReceiver.MaxWaiting / 2)
            alerts.Add($"{figures.WaitingWebhooks.ToString(CultureInfo.InvariantCulture)} webhooks wait to be handled; from {WebhookReceiver.MaxWaiting.ToString(CultureInfo.InvariantCulture)} on they are refused with 503.");
        return alerts;
    }

    /// <summary>
    /// Returns how long ago a time was, by the clock of the ledger; null when there is no such time. Never negative, even if that
    /// clock was set back.
    /// </summary>
    public static TimeSpan? Age(LedgerStatistics figures, DateTimeOffset? since) =>
        since is { } begun ? begun < figures.Now ? figures.Now - begun : TimeSpan.Zero : null;

    private static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number} {many}");

    private static string Minutes(TimeSpan age) => Math.Floor(age.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reports that the database has refused commits because of their data. Has no side effects.</summary>
internal static class RefusedCommitsAlert
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Returns the sentence of the alert; null when no commit was refused within the last day.</summary>
    public static string? In(RefusedCommits refused)
    {
        var (count, ago) = refused.Seen;
        if (count == 0 || ago > Remembered)
            return null;
        var minutes = Math.Floor(ago.TotalMinutes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Since this process started, the database has refused {(count == 1 ? "1 commit" : $"{count} commits")} because of the data in {(count == 1 ? "it" : "them")}. The last refusal was {(minutes == 1 ? "1 minute" : $"{minutes} minutes")} ago. The log names the orders. Check what changed the ledger's columns.");
    }
}

/// <summary>Reports that the payment API does not work. Has no side effects.</summary>
internal static class ApiAlert
{
    /// <summary>The number of failed calls in a row that counts as an outage. A single failed call can have many other causes.</summary>
    private const int Outage = 3;

    /// <summary>Returns the sentence of the alert; null while the API works or has not been called.</summary>
    public static string? In(ApiPulse pulse)
    {
        var (failures, since) = pulse.Failing;
        if (failures < Outage)
            return null;
        var minutes = Math.Ceiling(since.TotalMinutes);
        var howLong = minutes <= 1 ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
        return string.Create(CultureInfo.InvariantCulture, $"The payment API has not worked for {howLong} ({failures} calls in a row failed): check that it is reachable and that the keys are right. Open outcomes are resolved when it works again.");
    }
}
