using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>A currency code of the wire. The set may grow: an unknown code is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<Currency>)), OpenValue("currency")]
public readonly partial record struct Currency : IOpenValue<Currency>
{
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

    /// <summary>Whether both name the same code.</summary>
    public bool Equals(Currency other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
