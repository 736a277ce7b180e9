using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a promotion gives. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PromotionType>)), OpenValue("promotion type")]
public readonly partial record struct PromotionType : IOpenValue<PromotionType>
{
    /// <summary>An instant discount of a card.</summary>
    public static PromotionType CardDiscount { get; } = new("CARD_DISCOUNT");

    /// <summary>Instalments without interest.</summary>
    public static PromotionType CardInterestFree { get; } = new("CARD_INTEREST_FREE");

    /// <summary>Payment by card points.</summary>
    public static PromotionType CardPoint { get; } = new("CARD_POINT");

    /// <summary>An instant discount of an account.</summary>
    public static PromotionType BankDiscount { get; } = new("BANK_DISCOUNT");
}
