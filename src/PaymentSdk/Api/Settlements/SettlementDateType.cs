using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The date by which settlements are selected.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementDateType>)), OpenValue("date type")]
public readonly partial record struct SettlementDateType : IOpenValue<SettlementDateType>
{
    /// <summary>The day on which the payment was acquired.</summary>
    public static SettlementDateType SoldDate { get; } = new("soldDate");

    /// <summary>The day on which the amount is paid out.</summary>
    public static SettlementDateType PaidOutDate { get; } = new("paidOutDate");
}
