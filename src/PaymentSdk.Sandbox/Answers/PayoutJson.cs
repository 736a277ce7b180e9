using System.Globalization;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Writes the Payout object of version 2 (docs/spec/payment-api.md §2.9). Its amounts have one decimal place.</summary>
internal static class PayoutJson
{
    public static ApiAnswer Answer(Payout payout, Words words) => Envelope.Entity("payout", Write(payout, words));

    public static JsonObject Write(Payout payout, Words words) => new()
    {
        ["id"] = payout.Id,
        ["refPayoutId"] = payout.RefPayoutId,
        ["destination"] = payout.Destination,
        ["scheduleType"] = payout.PayoutDate is null ? "EXPRESS" : "SCHEDULED",
        ["payoutDate"] = payout.PayoutDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["amount"] = Amount(payout.Amount),
        ["transactionDescription"] = payout.TransactionDescription,
        ["requestedAt"] = Korea.Time(payout.RequestedAt),
        ["status"] = payout.Status,
        ["error"] = payout.Error is { } error ? PaymentJson.FailureOf(error, words) : null,
        ["metadata"] = payout.Metadata?.DeepClone(),
    };

    /// <summary>Returns the amount with one decimal place: 5000 is written as 5000.0.</summary>
    public static JsonObject Amount(decimal value) => new() { ["currency"] = "KRW", ["value"] = Money.Plain(value) + 0.0m };
}
