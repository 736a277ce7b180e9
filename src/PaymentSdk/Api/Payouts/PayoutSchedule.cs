using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Determines when a payout is made. An unknown schedule is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PayoutSchedule>)), OpenValue("schedule")]
public readonly partial record struct PayoutSchedule : IOpenValue<PayoutSchedule>
{
    /// <summary>The payout is made at once. This is possible on weekdays only.</summary>
    public static PayoutSchedule Express { get; } = new("EXPRESS");

    /// <summary>The payout is made on <see cref="Payout.PayoutDate"/>.</summary>
    public static PayoutSchedule Scheduled { get; } = new("SCHEDULED");
}
