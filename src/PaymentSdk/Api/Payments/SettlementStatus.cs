using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a payment has been settled with the shop. An unknown settlement status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementStatus>)), OpenValue("settlement status")]
public readonly partial record struct SettlementStatus : IOpenValue<SettlementStatus>
{
    /// <summary>Not settled yet.</summary>
    public static SettlementStatus Incompleted { get; } = new("INCOMPLETED");

    /// <summary>Settled.</summary>
    public static SettlementStatus Completed { get; } = new("COMPLETED");
}
