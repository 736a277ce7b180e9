using System.Globalization;
using PaymentSdk.Inbox;

namespace PaymentSdk.Alerts;

/// <summary>What in the figures a person should know of (money.md §8), one sentence each. Pure.</summary>
internal static class LedgerAlerts
{
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<string> In(LedgerFigures figures, bool anyEventHandlers)
    {
        var alerts = new List<string>();
        if (Age(figures, figures.OldestUnknownSince) is { } unknown && unknown > TooOld)
            alerts.Add($"The outcome of a payment has been unknown for {Minutes(unknown)} minutes: is the payment API reachable, and are its keys right?");
        if (figures.Attention > 0)
            alerts.Add($"{Count(figures.Attention, "order needs", "orders need")} a person.");
        if (figures.Surplus > 0)
            alerts.Add($"{Count(figures.Surplus, "second payment", "second payments")} of orders already paid still to be taken back.");
        if (figures.FailedPayouts > 0)
            alerts.Add($"{Count(figures.FailedPayouts, "refund", "refunds")} could not be paid out to the buyer's account.");
        if (figures.OpenBreaks > 0)
            alerts.Add($"The books differ from the gateway's in {Count(figures.OpenBreaks, "transaction", "transactions")}.");
        if (anyEventHandlers && Age(figures, figures.OldestUndeliveredSince) is { } undelivered && undelivered > TooOld)
            alerts.Add($"An order event has not been delivered for {Minutes(undelivered)} minutes: a handler fails or hangs, its log tells why.");
        if (figures.WaitingWebhooks > WebhookIntake.MostWaiting / 2)
            alerts.Add($"{figures.WaitingWebhooks.ToString(CultureInfo.InvariantCulture)} webhooks wait to be handled; from {WebhookIntake.MostWaiting.ToString(CultureInfo.InvariantCulture)} on no more are taken.");
        return alerts;
    }

    /// <summary>How long ago, by the clock of the ledger; null when there is nothing.</summary>
    public static TimeSpan? Age(LedgerFigures figures, DateTimeOffset? since) => figures.Now - since;

    private static string Count(int number, string one, string many) =>
        number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number} {many}");

    private static string Minutes(TimeSpan age) => Math.Floor(age.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
