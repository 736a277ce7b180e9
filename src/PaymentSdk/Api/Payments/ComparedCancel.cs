using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Payments;

/// <summary>The answer to a cancel, compared with what was asked: one of another payment or amount says nothing of this cancel.</summary>
internal static class ComparedCancel
{
    public static AnswerShape<Payment> To(PaymentKey paymentKey, CancelRequest request) =>
        PaymentReader.Answer.Compared(payment => Difference(payment, paymentKey, request));

    private static string? Difference(Payment payment, PaymentKey paymentKey, CancelRequest request)
    {
        if (payment.PaymentKey != paymentKey)
            return "it names another payment key";
        if (request.Currency is { } currency && payment.Currency != currency)
            return "it names another currency";
        if (request.CancelAmount is { } amount && payment.Cancels is { } cancels && cancels.All(cancel => cancel.CancelAmount != amount))
            return "it shows no cancel of this amount";
        return null;
    }
}
