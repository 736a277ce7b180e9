using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a bank discount is calculated. An unknown kind is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BankDiscountType>)), OpenValue("kind")]
public readonly partial record struct BankDiscountType : IOpenValue<BankDiscountType>
{
    /// <summary>The discount is a fixed amount.</summary>
    public static BankDiscountType FixedAmount { get; } = new("FIXED_AMOUNT");

    /// <summary>The discount is a percentage of the payment amount.</summary>
    public static BankDiscountType FixedRate { get; } = new("FIXED_RATE");
}
