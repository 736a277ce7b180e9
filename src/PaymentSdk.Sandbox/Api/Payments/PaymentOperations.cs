using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payments;

/// <summary>
/// The operations confirm, get and cancel. Each reads the request, calls the store and writes the answer (docs/spec/payment-api.md §2.1).
/// </summary>
internal sealed class PaymentOperations(PaymentStore store, SandboxClock clock)
{
    public ApiAnswer Confirm(ApiRequest request) => Confirm(request, brandPayCustomerKey: null);

    /// <summary>The confirm of 2020 to 2022, which has the payment key in the path (docs/spec/payment-api.md §2.1).</summary>
    public ApiAnswer ConfirmByPath(ApiRequest request, string paymentKey) => Confirm(request, paymentKey, Fields.Parse(request.Body), null);

    public ApiAnswer Confirm(ApiRequest request, string? brandPayCustomerKey)
    {
        var body = Fields.Parse(request.Body);
        return Confirm(request, body.RequiredText("paymentKey", 200), body, brandPayCustomerKey);
    }

    private ApiAnswer Confirm(ApiRequest request, string paymentKey, Fields body, string? brandPayCustomerKey)
    {
        var orderId = body.RequiredText("orderId", int.MaxValue);
        var amount = body.RequiredAmount("amount");
        if (!SessionRules.IsOrderId(orderId))
            throw new RefusedException("INVALID_ORDER_ID");

        var payment = store.Confirm(new ConfirmRequest(request.Merchant, paymentKey, orderId, amount, request.IdempotencyKey)
        {
            BrandPayCustomerKey = brandPayCustomerKey,
        });
        return payment is { Status: PaymentStatus.Aborted, Failure: { } failure }
            ? throw new RefusedException(failure.Code)
            : Show(payment, request);
    }

    public ApiAnswer Get(ApiRequest request, string paymentKey)
    {
        var payment = request.Fault?.Kind == SandboxFaultKind.StaleRead ? store.FindStale(paymentKey) : store.Find(paymentKey);
        return Found(payment?.IsOf(request.Merchant) == true ? payment : null, request);
    }

    public ApiAnswer GetByOrder(ApiRequest request, string orderId)
    {
        var payment = store.FindByOrder(request.Merchant, orderId);
        var stale = request.Fault?.Kind == SandboxFaultKind.StaleRead && payment is not null;
        return Found(stale ? store.FindStale(payment!.PaymentKey) : payment, request);
    }

    public ApiAnswer Cancel(ApiRequest request, string paymentKey)
    {
        var body = Fields.Parse(request.Body);
        return Show(
            store.Cancel(new CancelRequest(request.Merchant, paymentKey, body.RequiredText("cancelReason", 200))
            {
                Amount = body.Amount("cancelAmount"),
                RefundableAmount = body.Amount("refundableAmount"),
                TaxFreeAmount = body.Amount("taxFreeAmount") ?? 0,
                TaxExemptionAmount = body.Amount("taxExemptionAmount") ?? 0,
                Currency = body.Text("currency", 10),
                RefundAccount = RefundAccount(body.Object("refundReceiveAccount")),
                RequestId = body.Text("cancelRequestId", 64),
                PayoutFails = request.Fault?.Kind == SandboxFaultKind.RefundPayoutFailed,
                IdempotencyKey = request.IdempotencyKey,
            }),
            request);
    }

    private static RefundAccount? RefundAccount(Fields? account) => account is null
        ? null
        : new RefundAccount(
            account.RequiredText("bank", 20), account.RequiredText("accountNumber", 100), account.RequiredText("holderName", 200));

    private ApiAnswer Found(Payment? payment, ApiRequest request) => payment switch
    {
        null => throw new RefusedException("NOT_FOUND_PAYMENT"),
        { Confirmed: false, Status: PaymentStatus.Ready or PaymentStatus.InProgress }
            when request.Fault?.Kind == SandboxFaultKind.NotFoundUnconfirmed => throw new RefusedException("NOT_FOUND_PAYMENT"),
        _ => Show(payment, request),
    };

    private ApiAnswer Show(Payment payment, ApiRequest request) =>
        ApiAnswer.Ok(PaymentJson.Write(payment, new Words(request.English), clock.GetUtcNow()));
}
