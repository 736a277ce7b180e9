using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The kind of a virtual account. Korean and English words are equal; <see cref="Value"/> keeps the one that came. An unknown account type is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<VirtualAccountType>))]
[TypeConverter(typeof(TextTypeConverter<VirtualAccountType>))]
public readonly record struct VirtualAccountType : IOpenValue<VirtualAccountType>
{
    private static readonly OpenWords Words = new(
        ["일반", "NORMAL", "GENERAL"],
        ["고정", "FIXED"]);

    private readonly string? _value;

    private VirtualAccountType(string value) => _value = value;

    /// <summary>Made for one payment.</summary>
    public static VirtualAccountType Normal { get; } = new("일반");

    /// <summary>Belongs to one buyer for good.</summary>
    public static VirtualAccountType Fixed { get; } = new("고정");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The account type of this text.</summary>
    public static VirtualAccountType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VirtualAccountType result) => OpenText.TryParse(s, out result);

    static VirtualAccountType IParsable<VirtualAccountType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<VirtualAccountType>(s);

    /// <summary>Whether both mean the same account type.</summary>
    public bool Equals(VirtualAccountType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
