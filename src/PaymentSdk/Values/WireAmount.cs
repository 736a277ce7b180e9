namespace PaymentSdk.Values;

/// <summary>Amounts in their one form.</summary>
internal static class WireAmount
{
    // Dividing by a one of the largest scale drops the trailing zeros: 15000.00 and 15000 are sent, and hashed, alike.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>More than any payment in any currency; the ledger holds more digits than this.</summary>
    private const decimal Largest = 999_999_999_999_999m;

    /// <summary>Whether a number can be an amount: at most 15 digits before the point.</summary>
    public static bool IsPossible(decimal amount) => amount is >= -Largest and <= Largest;

    /// <summary>The shortest form, for the wire.</summary>
    public static decimal Shortest(decimal amount) => amount / One;

    /// <summary>The form of the currency: 15000 KRW, 10.50 USD. An amount with more decimals than its currency is kept as it came.</summary>
    public static decimal Of(Currency currency, decimal amount)
    {
        var rounded = decimal.Round(amount, currency.Decimals);
        return rounded == amount ? rounded + new decimal(0, 0, 0, false, (byte)currency.Decimals) : amount;
    }

    /// <inheritdoc cref="Of(Currency, decimal)"/>
    public static decimal? Of(Currency currency, decimal? amount) => amount is { } value ? Of(currency, value) : null;
}
