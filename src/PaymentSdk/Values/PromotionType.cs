using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>What a promotion gives. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(OpenValueConverter<PromotionType>))]
public readonly record struct PromotionType : IOpenValue<PromotionType>
{
    private readonly string? _value;

    private PromotionType(string value) => _value = value;

    /// <summary>An instant discount of a card.</summary>
    public static PromotionType CardDiscount { get; } = new("CARD_DISCOUNT");

    /// <summary>Instalments without interest.</summary>
    public static PromotionType CardInterestFree { get; } = new("CARD_INTEREST_FREE");

    /// <summary>Payment by card points.</summary>
    public static PromotionType CardPoint { get; } = new("CARD_POINT");

    /// <summary>An instant discount of an account.</summary>
    public static PromotionType BankDiscount { get; } = new("BANK_DISCOUNT");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The promotion type of this text.</summary>
    public static PromotionType From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
