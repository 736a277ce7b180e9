using PaymentSdk.Http;

namespace PaymentSdk.Payments;

/// <summary>The payments resource over the wire.</summary>
internal sealed class PaymentsResource(ApiSender sender) : IPayments
{
    public Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(request);
        return sender.SendAsync(ConfirmWire.Build(request), PaymentReader.Answer, options, cancellationToken);
    }

    public Task<Payment> GetAsync(PaymentKey paymentKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(paymentKey);
        var path = $"/v1/payments/{ApiRequest.Segment(paymentKey.Value)}";
        return sender.SendAsync(new ApiRequest { Operation = ApiOperation.Get, Path = path }, PaymentReader.Answer, options, cancellationToken);
    }

    public Task<Payment> GetByOrderIdAsync(OrderId orderId, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(orderId);
        var path = $"/v1/payments/orders/{ApiRequest.Segment(orderId.Value)}";
        return sender.SendAsync(new ApiRequest { Operation = ApiOperation.GetByOrderId, Path = path }, PaymentReader.Answer, options, cancellationToken);
    }

    public Task<Payment> CancelAsync(PaymentKey paymentKey, CancelRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestCheck.Check(paymentKey);
        RequestCheck.Check(request);
        return sender.SendAsync(CancelWire.Build(paymentKey, request), PaymentReader.Answer, options, cancellationToken);
    }
}
