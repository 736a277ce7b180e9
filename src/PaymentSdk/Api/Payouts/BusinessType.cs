using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What kind of business a seller is. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BusinessType>))]
[TypeConverter(typeof(TextTypeConverter<BusinessType>))]
public readonly record struct BusinessType : IOpenValue<BusinessType>
{
    private static readonly OpenWords Words = new(["CORPORATE", "CORPORATE_BUSINESS"]);

    private readonly string? _value;

    private BusinessType(string value) => _value = value;

    /// <summary>A person.</summary>
    public static BusinessType Individual { get; } = new("INDIVIDUAL");

    /// <summary>A sole trader.</summary>
    public static BusinessType IndividualBusiness { get; } = new("INDIVIDUAL_BUSINESS");

    /// <summary>A company; CORPORATE_BUSINESS in one guide.</summary>
    public static BusinessType Corporate { get; } = new("CORPORATE");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The kind of this text.</summary>
    public static BusinessType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BusinessType result) => OpenText.TryParse(s, out result);

    static BusinessType IParsable<BusinessType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<BusinessType>(s);

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(BusinessType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
