using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// Who a card belongs to. Korean and English words are equal; <see cref="Value"/> keeps the one that came. An unknown owner type is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardOwnerType>)), OpenValue("owner type")]
public readonly partial record struct CardOwnerType : IOpenValue<CardOwnerType>
{
    private static readonly OpenWords Words = new(
        ["개인", "PERSONAL", "INDIVIDUAL"],
        ["법인", "CORPORATE", "CORPORATION", "COMPANY"],
        ["미확인", "UNKNOWN", "UNIDENTIFIED"]);

    /// <summary>A person.</summary>
    public static CardOwnerType Personal { get; } = new("개인");

    /// <summary>A company.</summary>
    public static CardOwnerType Corporate { get; } = new("법인");

    /// <summary>Not known to the API.</summary>
    public static CardOwnerType Unidentified { get; } = new("미확인");

    /// <summary>Whether both mean the same owner type.</summary>
    public bool Equals(CardOwnerType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
