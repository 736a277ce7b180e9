using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Charges;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary><c>POST /v1/billing/{billingKey}</c>: charges a billing key. Two calls without the same idempotency key charge twice.</summary>
internal sealed class ChargeBillingKey(BillingStore billing, PaymentStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request, string billingKey)
    {
        var body = Fields.Parse(request.Body);
        var customerKey = body.RequiredCustomerKey();
        var session = body.RequiredSession(request, PaymentType.Billing) with { CustomerKey = customerKey };
        var key = billing.Charge(request.Merchant, billingKey, customerKey);
        PaymentChoice choice = key.Card is { } card
            ? new PaymentChoice.Card(card.IssuerCode, body.Installments(session.Amount)) { Details = card, ConfirmFailure = card.Refusal }
            : new PaymentChoice.Transfer();
        var payment = store.Charge(new DirectCharge(session, choice) { IdempotencyKey = request.IdempotencyKey });
        return ApiAnswer.Ok(PaymentJson.Write(payment, new Words(request.English), clock.GetUtcNow()));
    }
}
