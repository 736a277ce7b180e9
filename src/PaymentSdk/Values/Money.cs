using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>An amount in one currency, normalized to the decimals of that currency.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<Money>))]
[TypeConverter(typeof(TextTypeConverter<Money>))]
public readonly record struct Money : ITextValue<Money>
{
    /// <summary>Initializes a new amount in <paramref name="currency"/>.</summary>
    /// <param name="value">The amount in units of the currency (won, dollars), with at most <see cref="Currency.Decimals"/> decimals.</param>
    /// <param name="currency">The currency. Default KRW.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more decimals than the currency.</exception>
    public Money(decimal value, Currency currency = default)
    {
        var rounded = decimal.Round(value, currency.Decimals);
        if (rounded != value)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"An amount in {currency} must have at most {currency.Decimals} decimal places. Round it before passing it.");
        // Adding a zero with the scale of the currency gives 1000.5 and 1000.50 the same form.
        Value = rounded + new decimal(0, 0, 0, false, (byte)currency.Decimals);
        Currency = currency;
    }

    /// <summary>The amount, in units of the currency.</summary>
    public decimal Value { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Returns an amount in won.</summary>
    public static Money Krw(decimal value) => new(value, Currency.Krw);

    /// <summary>Returns an amount rounded to the decimals of its currency.</summary>
    internal static Money Rounded(decimal value, Currency currency) => new(decimal.Round(value, currency.Decimals), currency);

    /// <summary>Reads a text that <see cref="ToString"/> writes, e.g. <c>15000 KRW</c>. An amount without a currency is in KRW.</summary>
    /// <exception cref="FormatException">The text is not an amount; the message says why.</exception>
    public static Money Parse(string? text) =>
        TryParse(text, out var money, out var reason) ? money : throw new FormatException(reason);

    /// <summary>Tries to read a text that <see cref="ToString"/> writes; <paramref name="reason"/> says why the text is not an amount.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money money, [NotNullWhen(false)] out string? reason)
    {
        money = default;
        var parts = (text ?? "").Split(' ');
        var currency = parts.Length == 2 ? Currency.From(parts[1]) : Currency.Krw;
        reason = !decimal.TryParse(parts[0], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || parts.Length > 2 || !currency.IsCode
            ? "An amount must be written like 15000 KRW."
            : decimal.Round(value, currency.Decimals) != value ? $"An amount in {currency} must have at most {currency.Decimals} decimal places." : null;
        if (reason is not null)
            return false;
        money = new Money(value, currency);
        return true;
    }

    /// <summary>Tries to read the text independently of the culture. Routes, queries and forms use this method.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result, out _);

    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    string ITextValue<Money>.Value => ToString();

    /// <summary>Returns the amount and its currency in invariant culture, e.g. <c>15000 KRW</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Currency}");
}
