using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a settlement fee is for. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementFeeType>)), OpenValue("fee type")]
public readonly partial record struct SettlementFeeType : IOpenValue<SettlementFeeType>
{
    /// <summary>The basic fee.</summary>
    public static SettlementFeeType Standard { get; } = new("BASE");

    /// <summary>Interest that the merchant pays.</summary>
    public static SettlementFeeType InstallmentDiscount { get; } = new("INSTALLMENT_DISCOUNT");

    /// <summary>Instalments.</summary>
    public static SettlementFeeType Installment { get; } = new("INSTALLMENT");

    /// <summary>Points.</summary>
    public static SettlementFeeType PointSaving { get; } = new("POINT_SAVING");

    /// <summary>Anything else.</summary>
    public static SettlementFeeType Other { get; } = new("ETC");
}
