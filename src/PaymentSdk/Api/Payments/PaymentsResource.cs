using System.Text.Json;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>Implements <see cref="IPayments"/> over HTTP.</summary>
internal sealed class PaymentsResource(ApiSender sender) : IPayments
{
    public Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(request);
        var answer = options?.Checkout is not null ? PaymentReader.Answer : ChargeAnswer.To(request.OrderId, request.Amount, request.PaymentKey);
        return sender.SendAsync(ConfirmWire.Build(request), answer, options, cancellationToken);
    }

    public Task<Payment> GetAsync(PaymentKey paymentKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(paymentKey);
        var path = $"/v1/payments/{ApiRequest.Segment(paymentKey.Value)}";
        return sender.SendAsync(new ApiRequest { Operation = ApiOperation.Get, Path = path }, PaymentReader.Answer, options, cancellationToken);
    }

    public Task<Payment> GetByOrderIdAsync(OrderId orderId, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(orderId);
        var path = $"/v1/payments/orders/{ApiRequest.Segment(orderId.Value)}";
        return sender.SendAsync(new ApiRequest { Operation = ApiOperation.GetByOrderId, Path = path }, PaymentReader.Answer, options, cancellationToken);
    }

    public Task<Payment> KeyInAsync(KeyInRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(request);
        var wire = ApiRequest.Post(ApiOperation.KeyIn, ApiOperation.KeyIn.Route, request, PaymentJson.Default.KeyInRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, ChargeAnswer.To(request.OrderId, request.Amount), options, cancellationToken);
    }

    public Task<Payment> CancelAsync(PaymentKey paymentKey, CancelRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(paymentKey);
        RequestCheck.Check(request);
        var answer = options?.Checkout is not null ? PaymentReader.Answer : ComparedCancel.To(paymentKey, request);
        return sender.SendAsync(CancelWire.Build(paymentKey, request), answer, options, cancellationToken);
    }
}

/// <summary>Compares the answer to a cancel with its request. An answer about another payment or amount says nothing about this cancel.</summary>
internal static class ComparedCancel
{
    public static AnswerShape<Payment> To(PaymentKey paymentKey, CancelRequest request) =>
        PaymentReader.Answer.Compared(payment => Difference(payment, paymentKey, request));

    private static string? Difference(Payment payment, PaymentKey paymentKey, CancelRequest request)
    {
        if (payment.PaymentKey != paymentKey)
            return "it has a different payment key";
        if (request.Currency is { } currency && payment.Currency != currency)
            return "it has a different currency";
        if (request.CancelAmount is { } amount && payment.Cancels is { } cancels && cancels.All(cancel => cancel.CancelAmount != amount))
            return "it has no cancel of this amount";
        return null;
    }
}

/// <summary>Builds the HTTP request of a confirm.</summary>
internal static class ConfirmWire
{
    public static ApiRequest Build(ConfirmRequest request) => ApiRequest.Post(
        ApiOperation.Confirm,
        ApiOperation.Confirm.Route,
        new ConfirmBody(request.PaymentKey.Value, request.OrderId.Value, request.Amount),
        PaymentJson.Default.ConfirmBody,
        request.IdempotencyKey);
}

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
    public static AnswerShape<Payment> Answer { get; } = AnswerShape.Object(PaymentJson.Default.Payment, PaymentNormalizer.Normalize, Rules);

    /// <summary>Reads the payment in a webhook. A webhook decides nothing, so only the required members are checked.</summary>
    /// <exception cref="UnreadableAnswerException">The JSON is not a payment; the message says why.</exception>
    public static Payment Read(JsonElement payment) => PaymentNormalizer.Normalize(TolerantObject.Read(payment, PaymentJson.Default.Payment, MemberRules.Require([.. Rules.Required]), []));

    /// <exception cref="UnreadableAnswerException">The JSON is not a cancel; the message says why.</exception>
    public static PaymentCancel ReadCancel(JsonElement cancel) =>
        TolerantObject.Read(cancel, PaymentJson.Default.PaymentCancel, MemberRules.Require("cancelStatus"), []);
}

/// <summary>Normalizes payments, so that callers see the same form in every version of the API.</summary>
internal static class PaymentNormalizer
{
    /// <summary>
    /// Returns the payment with all amounts in the decimals of its currency, and with the transaction key of old API versions copied to
    /// <see cref="Payment.LastTransactionKey"/> (docs/spec/payment-api.md §1.4).
    /// </summary>
    public static Payment Normalize(Payment payment)
    {
        var currency = payment.Currency;
        return payment with
        {
            LastTransactionKey = payment.LastTransactionKey ?? payment.TransactionKey,
            TotalAmount = WireAmount.Of(currency, payment.TotalAmount),
            BalanceAmount = WireAmount.Of(currency, payment.BalanceAmount),
            SuppliedAmount = WireAmount.Of(currency, payment.SuppliedAmount),
            Vat = WireAmount.Of(currency, payment.Vat),
            TaxFreeAmount = WireAmount.Of(currency, payment.TaxFreeAmount),
            TaxExemptionAmount = WireAmount.Of(currency, payment.TaxExemptionAmount),
            EasyPayAmount = WireAmount.Of(currency, payment.EasyPayAmount),
            EasyPayDiscountAmount = WireAmount.Of(currency, payment.EasyPayDiscountAmount),
            Cancels = payment.Cancels?.Select(cancel => Normalize(cancel, currency)).ToArray(),
            Card = payment.Card is { } card ? card with { Amount = WireAmount.Of(currency, card.Amount) } : null,
            EasyPay = payment.EasyPay is { } easyPay ? Normalize(easyPay, currency) : null,
            CashReceipt = payment.CashReceipt is { } receipt ? Normalize(receipt, currency) : null,
            CashReceipts = payment.CashReceipts?.Select(entry => Normalize(entry, currency)).ToArray(),
            Discount = payment.Discount is { } discount ? discount with { Amount = WireAmount.Of(currency, discount.Amount) } : null,
        };
    }

    private static PaymentCancel Normalize(PaymentCancel cancel, Currency currency) => cancel with
    {
        CancelAmount = WireAmount.Of(currency, cancel.CancelAmount),
        TaxFreeAmount = WireAmount.Of(currency, cancel.TaxFreeAmount),
        TaxExemptionAmount = WireAmount.Of(currency, cancel.TaxExemptionAmount),
        RefundableAmount = WireAmount.Of(currency, cancel.RefundableAmount),
        CardDiscountAmount = WireAmount.Of(currency, cancel.CardDiscountAmount),
        TransferDiscountAmount = WireAmount.Of(currency, cancel.TransferDiscountAmount),
        EasyPayDiscountAmount = WireAmount.Of(currency, cancel.EasyPayDiscountAmount),
    };

    private static EasyPay Normalize(EasyPay easyPay, Currency currency) => easyPay with
    {
        Amount = WireAmount.Of(currency, easyPay.Amount),
        DiscountAmount = WireAmount.Of(currency, easyPay.DiscountAmount),
    };

    private static PaymentCashReceipt Normalize(PaymentCashReceipt receipt, Currency currency) => receipt with
    {
        Amount = WireAmount.Of(currency, receipt.Amount),
        TaxFreeAmount = WireAmount.Of(currency, receipt.TaxFreeAmount),
    };

    private static PaymentCashReceiptEntry Normalize(PaymentCashReceiptEntry entry, Currency currency) => entry with
    {
        Amount = WireAmount.Of(currency, entry.Amount),
        TaxFreeAmount = WireAmount.Of(currency, entry.TaxFreeAmount),
    };
}
