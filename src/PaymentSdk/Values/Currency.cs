using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>A currency code of the wire. The set may grow: an unknown code is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<Currency>))]
[TypeConverter(typeof(TextTypeConverter<Currency>))]
public readonly record struct Currency : IOpenValue<Currency>
{
    private readonly string? _value;

    private Currency(string value) => _value = value;

    /// <summary>South Korean won, no decimals. Also what <c>default</c> means: the API's own default.</summary>
    public static Currency Krw { get; } = new("KRW");

    /// <summary>US dollar, two decimals.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Japanese yen, no decimals.</summary>
    public static Currency Jpy { get; } = new("JPY");

    /// <summary>The code as it travels.</summary>
    public string Value => _value ?? "KRW";

    /// <summary>How many decimals an amount in this currency may have: 0 for KRW and JPY, otherwise 2.</summary>
    public int Decimals => Value is "KRW" or "JPY" ? 0 : 2;

    /// <summary>The currency of this code; null or empty is <see cref="Krw"/>.</summary>
    public static Currency From(string? text) => string.IsNullOrEmpty(text) ? Krw : new Currency(text);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) => OpenText.TryParse(s, out result);

    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<Currency>(s);

    /// <summary>Whether both name the same code.</summary>
    public bool Equals(Currency other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
