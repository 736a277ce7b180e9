using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payments;

/// <summary>
/// Compares the answer to a charge with its request. An answer about another order, amount or payment says nothing about this
/// charge, so the outcome of the charge is unknown and never "paid" (docs/spec/money.md §4).
/// </summary>
internal static class ChargeAnswer
{
    public static AnswerShape<Payment> To(OrderId orderId, decimal amount, PaymentKey? paymentKey = null) =>
        PaymentReader.Answer.Compared(payment => Difference(payment, orderId, amount, paymentKey));

    private static string? Difference(Payment payment, OrderId orderId, decimal amount, PaymentKey? paymentKey)
    {
        if (payment.OrderId != orderId)
            return "it has a different order id";
        if (payment.TotalAmount != amount)
            return "it has a different amount";
        if (paymentKey is { } key && payment.PaymentKey != key)
            return "it has a different payment key";
        return null;
    }
}
