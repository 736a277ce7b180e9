using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Which date a settlement is looked up by.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementDateType>)), OpenValue("date type")]
public readonly partial record struct SettlementDateType : IOpenValue<SettlementDateType>
{
    /// <summary>The day it was acquired.</summary>
    public static SettlementDateType SoldDate { get; } = new("soldDate");

    /// <summary>The day it is paid out.</summary>
    public static SettlementDateType PaidOutDate { get; } = new("paidOutDate");
}
