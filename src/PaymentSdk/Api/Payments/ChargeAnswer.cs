using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Payments;

/// <summary>
/// The answer to a charge without a window, compared with what was asked: an answer of another order or amount says nothing of this
/// charge, so its outcome is unknown and never "paid" (docs/spec/money.md §4).
/// </summary>
internal static class ChargeAnswer
{
    public static AnswerShape<Payment> To(OrderId orderId, decimal amount, PaymentKey? paymentKey = null) =>
        PaymentReader.Answer.Compared(payment => Difference(payment, orderId, amount, paymentKey));

    private static string? Difference(Payment payment, OrderId orderId, decimal amount, PaymentKey? paymentKey)
    {
        if (payment.OrderId != orderId)
            return "it names another order id";
        if (payment.TotalAmount != amount)
            return "it names another amount";
        if (paymentKey is { } key && payment.PaymentKey != key)
            return "it names another payment key";
        return null;
    }
}
