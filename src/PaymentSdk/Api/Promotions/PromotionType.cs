using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The kind of a promotion. An unknown kind is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PromotionType>)), OpenValue("promotion type")]
public readonly partial record struct PromotionType : IOpenValue<PromotionType>
{
    /// <summary>An instant discount for payments by card.</summary>
    public static PromotionType CardDiscount { get; } = new("CARD_DISCOUNT");

    /// <summary>Interest-free installments.</summary>
    public static PromotionType CardInterestFree { get; } = new("CARD_INTEREST_FREE");

    /// <summary>Payment with card points.</summary>
    public static PromotionType CardPoint { get; } = new("CARD_POINT");

    /// <summary>An instant discount for payments from a bank account.</summary>
    public static PromotionType BankDiscount { get; } = new("BANK_DISCOUNT");
}
