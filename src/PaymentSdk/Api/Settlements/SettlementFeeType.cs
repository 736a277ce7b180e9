using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The kind of a settlement fee. An unknown kind is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementFeeType>)), OpenValue("fee type")]
public readonly partial record struct SettlementFeeType : IOpenValue<SettlementFeeType>
{
    /// <summary>The basic fee.</summary>
    public static SettlementFeeType Standard { get; } = new("BASE");

    /// <summary>The fee for installments whose interest the shop pays.</summary>
    public static SettlementFeeType InstallmentDiscount { get; } = new("INSTALLMENT_DISCOUNT");

    /// <summary>The fee for installments.</summary>
    public static SettlementFeeType Installment { get; } = new("INSTALLMENT");

    /// <summary>The fee for points.</summary>
    public static SettlementFeeType PointSaving { get; } = new("POINT_SAVING");

    /// <summary>Any other fee.</summary>
    public static SettlementFeeType Other { get; } = new("ETC");
}
