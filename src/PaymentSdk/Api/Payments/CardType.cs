using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The kind of a card. Korean and English words are equal; <see cref="Value"/> keeps the one that came. An unknown card type is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardType>))]
[TypeConverter(typeof(TextTypeConverter<CardType>))]
public readonly record struct CardType : IOpenValue<CardType>
{
    private static readonly OpenWords Words = new(
        ["신용", "CREDIT"],
        ["체크", "CHECK", "DEBIT"],
        ["기프트", "GIFT"],
        ["미확인", "UNKNOWN", "UNIDENTIFIED"]);

    private readonly string? _value;

    private CardType(string value) => _value = value;

    /// <summary>Credit card.</summary>
    public static CardType Credit { get; } = new("신용");

    /// <summary>Debit card.</summary>
    public static CardType Check { get; } = new("체크");

    /// <summary>Gift card.</summary>
    public static CardType Gift { get; } = new("기프트");

    /// <summary>Not known to the API.</summary>
    public static CardType Unidentified { get; } = new("미확인");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The card type of this text.</summary>
    public static CardType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CardType result) => OpenText.TryParse(s, out result);

    static CardType IParsable<CardType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<CardType>(s);

    /// <summary>Whether both mean the same card type.</summary>
    public bool Equals(CardType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
