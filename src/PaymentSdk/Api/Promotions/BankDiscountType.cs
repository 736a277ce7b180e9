using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a bank discount is reckoned. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BankDiscountType>)), OpenValue("kind")]
public readonly partial record struct BankDiscountType : IOpenValue<BankDiscountType>
{
    /// <summary>An amount.</summary>
    public static BankDiscountType FixedAmount { get; } = new("FIXED_AMOUNT");

    /// <summary>A part of the amount.</summary>
    public static BankDiscountType FixedRate { get; } = new("FIXED_RATE");
}
