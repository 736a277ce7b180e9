using System.Globalization;

namespace PaymentSdk;

/// <summary>An amount of one currency, normalised to the decimals of that currency.</summary>
public readonly record struct Money
{
    /// <summary>An amount of <paramref name="currency"/>.</summary>
    /// <param name="value">In units of the currency (won, dollars), at most <see cref="Currency.Decimals"/> decimals.</param>
    /// <param name="currency">The currency; default KRW.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more decimals than the currency.</exception>
    public Money(decimal value, Currency currency = default)
    {
        var rounded = decimal.Round(value, currency.Decimals);
        if (rounded != value)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{currency} has {currency.Decimals} decimals. Round the amount before passing it.");
        // Adding a zero of the currency's scale gives 1000.5 and 1000.50 one form.
        Value = rounded + new decimal(0, 0, 0, false, (byte)currency.Decimals);
        Currency = currency;
    }

    /// <summary>The amount, in units of the currency.</summary>
    public decimal Value { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>An amount of won.</summary>
    public static Money Krw(decimal value) => new(value, Currency.Krw);

    /// <summary>The amount and its currency in invariant culture: <c>15000 KRW</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Currency}");
}
