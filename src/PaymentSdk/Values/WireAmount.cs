namespace PaymentSdk.Values;

/// <summary>Brings amounts into a uniform form.</summary>
internal static class WireAmount
{
    // Dividing by a one of the largest scale drops the trailing zeros, so that 15000.00 and 15000 are sent, and hashed, alike.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The largest possible amount, which exceeds any payment in any currency. The ledger can store more digits.</summary>
    private const decimal Largest = 999_999_999_999_999m;

    /// <summary>Whether a number can be an amount: at most 15 digits before the point.</summary>
    public static bool IsPossible(decimal amount) => amount is >= -Largest and <= Largest;

    /// <summary>Returns the shortest form of an amount, which is sent to the API.</summary>
    public static decimal Shortest(decimal amount) => amount / One;

    /// <summary>
    /// Returns an amount with the decimals of its currency, e.g. 15000 KRW or 10.50 USD. An amount with more decimals than its currency is returned
    /// unchanged.
    /// </summary>
    public static decimal Of(Currency currency, decimal amount)
    {
        var rounded = decimal.Round(amount, currency.Decimals);
        return rounded == amount ? rounded + new decimal(0, 0, 0, false, (byte)currency.Decimals) : amount;
    }

    /// <inheritdoc cref="Of(Currency, decimal)"/>
    public static decimal? Of(Currency currency, decimal? amount) => amount is { } value ? Of(currency, value) : null;
}
