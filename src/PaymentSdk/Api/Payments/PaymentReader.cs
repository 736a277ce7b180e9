using System.Text.Json;
using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Payments;

/// <summary>Reads a payment from an answer or a webhook.</summary>
internal static class PaymentReader
{
    /// <summary>
    /// The members by which the checkout decides (docs/spec/money.md §4). The status of a refund to an account is the status of its cancel.
    /// </summary>
    private static readonly MemberRules Rules = new(
        ["paymentKey", "orderId", "status", "totalAmount"],
        ["currency", "balanceAmount", "cancels[].cancelAmount", "cancels[].cancelStatus", "cancels[].transactionKey", "virtualAccount.refundStatus"],
        ["currency", "balanceAmount"]);

    /// <summary>The shape of every answer that contains a payment.</summary>
    public static AnswerShape<Payment> Answer { get; } = AnswerShape.Object(PaymentJson.Default.Payment, PaymentNormaliser.Normalise, Rules);

    /// <summary>Reads the payment in a webhook. A webhook decides nothing, so only the required members are checked.</summary>
    /// <exception cref="UnreadableAnswerException">The JSON is not a payment; the message says why.</exception>
    public static Payment Read(JsonElement payment) => PaymentNormaliser.Normalise(TolerantObject.Read(payment, PaymentJson.Default.Payment, MemberRules.Require([.. Rules.Required]), []));

    /// <exception cref="UnreadableAnswerException">The JSON is not a cancel; the message says why.</exception>
    public static PaymentCancel ReadCancel(JsonElement cancel) =>
        TolerantObject.Read(cancel, PaymentJson.Default.PaymentCancel, MemberRules.Require("cancelStatus"), []);
}
