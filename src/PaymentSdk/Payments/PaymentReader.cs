using System.Text.Json;
using PaymentSdk.Json;

namespace PaymentSdk.Payments;

/// <summary>Reads a payment: of an answer or of a webhook.</summary>
internal static class PaymentReader
{
    /// <exception cref="UnreadableAnswerException">The body is no payment; the message says why.</exception>
    public static Payment Read(ReadOnlyMemory<byte> body) => Read(AnswerBody.Open(body));

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte})"/>
    public static Payment Read(JsonElement payment) => PaymentNormaliser.Normalise(
        TolerantObject.Read(payment, PaymentJson.Default.Payment, "paymentKey", "orderId", "status", "totalAmount"));

    /// <exception cref="UnreadableAnswerException">It is no cancel; the message says why.</exception>
    public static PaymentCancel ReadCancel(JsonElement cancel) =>
        TolerantObject.Read(cancel, PaymentJson.Default.PaymentCancel, "cancelStatus");
}
