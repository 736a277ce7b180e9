using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Which date a settlement is looked up by.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementDateType>))]
[TypeConverter(typeof(TextTypeConverter<SettlementDateType>))]
public readonly record struct SettlementDateType : IOpenValue<SettlementDateType>
{
    private readonly string? _value;

    private SettlementDateType(string value) => _value = value;

    /// <summary>The day it was acquired.</summary>
    public static SettlementDateType SoldDate { get; } = new("soldDate");

    /// <summary>The day it is paid out.</summary>
    public static SettlementDateType PaidOutDate { get; } = new("paidOutDate");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The date type of this text.</summary>
    public static SettlementDateType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SettlementDateType result) => OpenText.TryParse(s, out result);

    static SettlementDateType IParsable<SettlementDateType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<SettlementDateType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
