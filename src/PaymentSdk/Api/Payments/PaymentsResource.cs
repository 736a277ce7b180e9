using PaymentSdk.Api.Json;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payments;

/// <summary>The payments resource of the API.</summary>
internal sealed class PaymentsResource(ApiSender sender) : IPayments
{
    public Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(request);
        var answer = options is { ComparesItself: true } ? PaymentReader.Answer : ChargeAnswer.To(request.OrderId, request.Amount, request.PaymentKey);
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
        var answer = options is { ComparesItself: true } ? PaymentReader.Answer : ComparedCancel.To(paymentKey, request);
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
