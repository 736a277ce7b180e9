using System.Text.Json;
using PaymentSdk.Json;

namespace PaymentSdk.Payments;

/// <summary>Reads a payment: of an answer or of a webhook.</summary>
internal static class PaymentReader
{
    /// <summary>What every answer with a payment must be.</summary>
    public static AnswerShape<Payment> Answer { get; } = AnswerShape.Object(
        PaymentJson.Default.Payment, PaymentNormaliser.Normalise, "paymentKey", "orderId", "status", "totalAmount");

    /// <exception cref="UnreadableAnswerException">It is no payment; the message says why.</exception>
    public static Payment Read(JsonElement payment) => Answer.Read(payment);

    /// <exception cref="UnreadableAnswerException">It is no cancel; the message says why.</exception>
    public static PaymentCancel ReadCancel(JsonElement cancel) =>
        TolerantObject.Read(cancel, PaymentJson.Default.PaymentCancel, "cancelStatus");
}
