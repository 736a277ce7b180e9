using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// Who a card belongs to. Korean and English words are equal; <see cref="Value"/> keeps the one that came. An unknown owner type is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardOwnerType>))]
[TypeConverter(typeof(TextTypeConverter<CardOwnerType>))]
public readonly record struct CardOwnerType : IOpenValue<CardOwnerType>
{
    private static readonly OpenWords Words = new(
        ["개인", "PERSONAL", "INDIVIDUAL"],
        ["법인", "CORPORATE", "CORPORATION", "COMPANY"],
        ["미확인", "UNKNOWN", "UNIDENTIFIED"]);

    private readonly string? _value;

    private CardOwnerType(string value) => _value = value;

    /// <summary>A person.</summary>
    public static CardOwnerType Personal { get; } = new("개인");

    /// <summary>A company.</summary>
    public static CardOwnerType Corporate { get; } = new("법인");

    /// <summary>Not known to the API.</summary>
    public static CardOwnerType Unidentified { get; } = new("미확인");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The owner type of this text.</summary>
    public static CardOwnerType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CardOwnerType result) => OpenText.TryParse(s, out result);

    static CardOwnerType IParsable<CardOwnerType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<CardOwnerType>(s);

    /// <summary>Whether both mean the same owner type.</summary>
    public bool Equals(CardOwnerType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
