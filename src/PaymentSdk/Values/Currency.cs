using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>A currency code of the API. New codes may appear, and an unknown code is kept as it was received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<Currency>)), OpenValue("currency")]
public readonly partial record struct Currency : IOpenValue<Currency>
{
    /// <summary>South Korean won, without decimals. This is also the value of <c>default</c>, because the won is the API's own default.</summary>
    public static Currency Krw { get; } = new("KRW");

    /// <summary>US dollar, with two decimals.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Japanese yen, without decimals.</summary>
    public static Currency Jpy { get; } = new("JPY");

    /// <summary>The code as the API writes it.</summary>
    public string Value => _value ?? "KRW";

    /// <summary>The number of decimals that an amount in this currency may have: 0 for KRW and JPY, otherwise 2.</summary>
    public int Decimals => Value is "KRW" or "JPY" ? 0 : 2;

    /// <summary>Whether the code has the form of a currency code: three capital letters.</summary>
    internal bool IsCode => Value.Length == 3 && Value.All(char.IsAsciiLetterUpper);

    /// <summary>Returns the currency with this code; null or empty returns <see cref="Krw"/>.</summary>
    public static Currency From(string? text) => string.IsNullOrEmpty(text) ? Krw : new Currency(text);

    /// <summary>Whether both have the same code.</summary>
    public bool Equals(Currency other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
