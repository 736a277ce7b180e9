using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a settlement fee is for. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementFeeType>))]
[TypeConverter(typeof(TextTypeConverter<SettlementFeeType>))]
public readonly record struct SettlementFeeType : IOpenValue<SettlementFeeType>
{
    private readonly string? _value;

    private SettlementFeeType(string value) => _value = value;

    /// <summary>The basic fee.</summary>
    public static SettlementFeeType Standard { get; } = new("BASE");

    /// <summary>Interest that the merchant pays.</summary>
    public static SettlementFeeType InstallmentDiscount { get; } = new("INSTALLMENT_DISCOUNT");

    /// <summary>Instalments.</summary>
    public static SettlementFeeType Installment { get; } = new("INSTALLMENT");

    /// <summary>Points.</summary>
    public static SettlementFeeType PointSaving { get; } = new("POINT_SAVING");

    /// <summary>Anything else.</summary>
    public static SettlementFeeType Other { get; } = new("ETC");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The fee type of this text.</summary>
    public static SettlementFeeType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SettlementFeeType result) => OpenText.TryParse(s, out result);

    static SettlementFeeType IParsable<SettlementFeeType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<SettlementFeeType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
