using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a payment has been settled with the shop. An unknown settlement status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementStatus>)), OpenValue("settlement status")]
public readonly partial record struct SettlementStatus : IOpenValue<SettlementStatus>
{
    /// <summary>The payment is not settled yet.</summary>
    public static SettlementStatus Incompleted { get; } = new("INCOMPLETED");

    /// <summary>The payment is settled.</summary>
    public static SettlementStatus Completed { get; } = new("COMPLETED");
}
