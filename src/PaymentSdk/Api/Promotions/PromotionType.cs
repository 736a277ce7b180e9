using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a promotion gives. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PromotionType>))]
[TypeConverter(typeof(TextTypeConverter<PromotionType>))]
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

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PromotionType result) => OpenText.TryParse(s, out result);

    static PromotionType IParsable<PromotionType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PromotionType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
