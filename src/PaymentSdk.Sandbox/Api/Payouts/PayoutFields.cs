using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary>Reads one payout that a shop requests (docs/spec/payment-api.md §2.9).</summary>
internal static class PayoutFields
{
    public static Payout RequiredPayout(this Fields body, Merchant merchant, DateTimeOffset now)
    {
        var day = body.RequiredText("scheduleType", 20) switch
        {
            "EXPRESS" => body.Text("payoutDate", 10) is null ? (DateOnly?)null : throw new RefusedException("INVALID_REQUEST"),
            "SCHEDULED" => Day(body.RequiredText("payoutDate", 10), Korea.Day(now)),
            _ => throw new RefusedException("INVALID_REQUEST"),
        };
        return new Payout
        {
            Id = Identifiers.PayoutId(),
            Merchant = merchant,
            RefPayoutId = body.RequiredText("refPayoutId", 64),
            Destination = body.RequiredText("destination", 35),
            PayoutDate = day,
            Amount = Amount(body.RequiredObject("amount")),
            TransactionDescription = body.RequiredText("transactionDescription", 7),
            Metadata = body.Metadata("metadata"),
            RequestedAt = now,
            Status = day is null ? Payout.InProgress : Payout.Requested,
        };
    }

    private static decimal Amount(Fields amount) =>
        amount.RequiredText("currency", 3) == "KRW" && amount.RequiredAmount("value") is > 0 and var value && decimal.Truncate(value) == value
            ? value
            : throw new RefusedException("INVALID_REQUEST");

    /// <summary>Returns the day of the payout, which must be a weekday after today and within a year.</summary>
    private static DateOnly Day(string text, DateOnly today) => Korea.ParseDay(text) switch
    {
        null => throw new RefusedException("INVALID_DATE"),
        { } day when day <= today || day > today.AddYears(1) => throw new RefusedException("INVALID_PAYABLE_DATE"),
        { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } => throw new RefusedException("NOT_ALLOWED_HOLIDAY"),
        { } day => day,
    };
}
