using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What happened to a BrandPay method; also whether it is in use. An unknown status is kept as it came: the documentation shows both ENABLED and ENABLE.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayMethodStatus>))]
[TypeConverter(typeof(TextTypeConverter<BrandPayMethodStatus>))]
public readonly record struct BrandPayMethodStatus : IOpenValue<BrandPayMethodStatus>
{
    private static readonly OpenWords Words = new(["ENABLED", "ENABLE"]);

    private readonly string? _value;

    private BrandPayMethodStatus(string value) => _value = value;

    /// <summary>In use.</summary>
    public static BrandPayMethodStatus Enabled { get; } = new("ENABLED");

    /// <summary>Removed.</summary>
    public static BrandPayMethodStatus Disabled { get; } = new("DISABLED");

    /// <summary>Renamed.</summary>
    public static BrandPayMethodStatus AliasUpdated { get; } = new("ALIAS_UPDATED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The status of this text.</summary>
    public static BrandPayMethodStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BrandPayMethodStatus result) => OpenText.TryParse(s, out result);

    static BrandPayMethodStatus IParsable<BrandPayMethodStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<BrandPayMethodStatus>(s);

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(BrandPayMethodStatus other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
