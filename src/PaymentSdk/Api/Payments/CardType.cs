using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The kind of a card. The Korean and the English word compare as equal; <see cref="Value"/> keeps the received word. An unknown card type is kept as
/// received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardType>)), OpenValue("card type")]
public readonly partial record struct CardType : IOpenValue<CardType>
{
    private static readonly OpenWords Words = new(
        ["신용", "CREDIT"],
        ["체크", "CHECK", "DEBIT"],
        ["기프트", "GIFT"],
        ["미확인", "UNKNOWN", "UNIDENTIFIED"]);

    /// <summary>A credit card.</summary>
    public static CardType Credit { get; } = new("신용");

    /// <summary>A debit card.</summary>
    public static CardType Check { get; } = new("체크");

    /// <summary>A gift card.</summary>
    public static CardType Gift { get; } = new("기프트");

    /// <summary>The API does not know the card type.</summary>
    public static CardType Unidentified { get; } = new("미확인");

    /// <summary>Returns whether both values mean the same card type.</summary>
    public bool Equals(CardType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
