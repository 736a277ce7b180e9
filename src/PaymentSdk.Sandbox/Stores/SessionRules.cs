using System.Buffers;
using System.Globalization;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>Checks a payment session (docs/spec/payment-api.md §4). Returns the first fault as a sentence, or null if there is none.</summary>
internal static class SessionRules
{
    private static readonly SearchValues<char> _orderIdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=");

    public static string? Fault(PaymentSession session) => session switch
    {
        _ when !IsOrderId(session.OrderId)
            => "orderId must be 6 to 64 characters of letters, digits, '-', '_' and '='.",
        { OrderName.Length: < 1 or > 100 } => "orderName must have 1 to 100 characters.",
        _ when Exponent(session.Currency) is not { } exponent || !IsAmount(session.Amount, exponent)
            => $"The amount {session.Amount.ToString(CultureInfo.InvariantCulture)} {session.Currency} is not valid. Use KRW or JPY without decimals, or USD with at most two decimals.",
        _ when session.TaxFreeAmount < 0 || session.TaxFreeAmount > session.Amount => "taxFreeAmount must be between 0 and the amount.",
        _ when session.TaxExemptionAmount < 0 || session.TaxExemptionAmount + session.TaxFreeAmount > session.Amount
            => "taxExemptionAmount must be 0 or more, and the sum of taxExemptionAmount and taxFreeAmount must not exceed the amount.",
        { ValidHours: < 1 or > 2160 } => "validHours must be between 1 and 2160.",
        _ => null,
    };

    /// <summary>Accepts '=', which the script's documentation allows but the REST reference does not mention.</summary>
    public static bool IsOrderId(string orderId) =>
        orderId.Length is >= 6 and <= 64 && !orderId.AsSpan().ContainsAnyExcept(_orderIdCharacters);

    /// <summary>Returns true if the amount is more than 0 and has no more decimals than the currency.</summary>
    public static bool IsAmount(decimal amount, int exponent) => amount > 0 && decimal.Round(amount, exponent) == amount;

    /// <summary>Returns the number of decimals of a currency, or null if the API does not accept the currency.</summary>
    public static int? Exponent(string currency) => currency switch
    {
        "KRW" or "JPY" => 0,
        "USD" => 2,
        _ => null,
    };
}
