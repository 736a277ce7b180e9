using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The four texts that name a payment to confirm, from a body or a query; null if absent. <paramref name="Kind"/> is the word for such a text in
/// messages, e.g. "member".
/// </summary>
internal readonly record struct ConfirmFields(string Kind, string? PaymentKey, string? OrderId, string? Amount, string? PaymentType)
{
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Parses the texts by the rules of their values. On failure, the fault names the field and its rule, and never the value.</summary>
    public bool TryRead([NotNullWhen(true)] out PaymentConfirmation? payment, [NotNullWhen(false)] out string? fault)
    {
        payment = null;
        decimal amount = default;
        if (!PaymentSdk.PaymentKey.TryParse(PaymentKey, out var paymentKey, out var reason))
            fault = $"The {Kind} paymentKey is not usable: {reason}";
        else if (!PaymentSdk.OrderId.TryParse(OrderId, out var orderId, out reason))
            fault = $"The {Kind} orderId is not usable: {reason}";
        else if (Amount is not null && !decimal.TryParse(Amount, AmountStyle, CultureInfo.InvariantCulture, out amount))
            fault = $"The {Kind} amount is not usable: write a number such as 15000 or 10.50, without separators or currency.";
        else if (PaymentType is not null && !IsPaymentType(PaymentType))
            fault = $"The {Kind} paymentType is not usable: it must have 1 to 50 characters of A-Z, a-z, 0-9, '-' and '_'.";
        else
        {
            fault = null;
            payment = new PaymentConfirmation
            {
                PaymentKey = paymentKey,
                OrderId = orderId,
                Amount = Amount is null ? null : amount,
                PaymentType = PaymentType,
            };
        }

        return payment is not null;
    }

    private static bool IsPaymentType(string text) =>
        text.Length is > 0 and <= 50 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
