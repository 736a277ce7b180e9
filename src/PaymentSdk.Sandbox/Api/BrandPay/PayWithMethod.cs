using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Charges;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>POST /v1/brandpay/payments</c>: charges a registered payment method without a window.</summary>
internal sealed class PayWithMethod(BrandPayStore customers, PaymentStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var customerKey = body.RequiredBrandPayCustomerKey();
        var session = body.RequiredSession(request, PaymentType.BrandPay) with { CustomerKey = customerKey };
        var methodKey = body.RequiredText("methodKey", 200);
        var method = customers.Customer(request.Merchant, customerKey).Methods.Find(method => method.MethodKey == methodKey && !method.IsRemoved)
            ?? throw new RefusedException("NOT_FOUND_METHOD");
        var charge = new DirectCharge(session, method.Choice(body.Installments(session.Amount))) { IdempotencyKey = request.IdempotencyKey };
        return ApiAnswer.Ok(PaymentJson.Write(store.Charge(charge), new Words(request.English), clock.GetUtcNow()));
    }
}
