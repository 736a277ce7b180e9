using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The kind of card owner. The Korean and the English word compare as equal; <see cref="Value"/> keeps the received word. An unknown owner type is
/// kept as received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardOwnerType>)), OpenValue("owner type")]
public readonly partial record struct CardOwnerType : IOpenValue<CardOwnerType>
{
    private static readonly OpenWords Words = new(
        ["개인", "PERSONAL", "INDIVIDUAL"],
        ["법인", "CORPORATE", "CORPORATION", "COMPANY"],
        ["미확인", "UNKNOWN", "UNIDENTIFIED"]);

    /// <summary>The card belongs to a person.</summary>
    public static CardOwnerType Personal { get; } = new("개인");

    /// <summary>The card belongs to a company.</summary>
    public static CardOwnerType Corporate { get; } = new("법인");

    /// <summary>The API does not know the owner type.</summary>
    public static CardOwnerType Unidentified { get; } = new("미확인");

    /// <summary>Returns whether both values mean the same owner type.</summary>
    public bool Equals(CardOwnerType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
