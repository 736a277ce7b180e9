using System.Text.Json;
using PaymentSdk.Api.Json;

namespace PaymentSdk.Api.Payments;

/// <summary>Reads a payment: of an answer or of a webhook.</summary>
internal static class PaymentReader
{
    /// <summary>What the checkout decides by (docs/spec/money.md §4). The state of a refund to an account is the state of its cancel.</summary>
    private static readonly MemberRules Rules = new(
        ["paymentKey", "orderId", "status", "totalAmount"],
        ["currency", "balanceAmount", "cancels[].cancelAmount", "cancels[].cancelStatus", "cancels[].transactionKey", "virtualAccount.refundStatus"],
        ["currency", "balanceAmount"]);

    /// <summary>What every answer with a payment must be.</summary>
    public static AnswerShape<Payment> Answer { get; } = AnswerShape.Object(PaymentJson.Default.Payment, PaymentNormaliser.Normalise, Rules);

    /// <summary>Reads the payment in a webhook, which decides nothing: only what makes it a payment must be there.</summary>
    /// <exception cref="UnreadableAnswerException">It is not a payment; the message says why.</exception>
    public static Payment Read(JsonElement payment) => PaymentNormaliser.Normalise(TolerantObject.Read(payment, PaymentJson.Default.Payment, MemberRules.Require([.. Rules.Required]), []));

    /// <exception cref="UnreadableAnswerException">It is no cancel; the message says why.</exception>
    public static PaymentCancel ReadCancel(JsonElement cancel) =>
        TolerantObject.Read(cancel, PaymentJson.Default.PaymentCancel, MemberRules.Require("cancelStatus"), []);
}
