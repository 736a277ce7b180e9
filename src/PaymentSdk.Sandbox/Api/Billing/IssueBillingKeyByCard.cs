using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Charges;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary><c>POST /v1/billing/authorizations/card</c>: issues a billing key for a card number.</summary>
internal sealed class IssueBillingKeyByCard(BillingStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var customerKey = body.RequiredCustomerKey();
        var card = body.RequiredCard(passwordRequired: true, clock.GetUtcNow());
        return ApiAnswer.Ok(BillingJson.Write(store.Issue(request.Merchant, customerKey, card), new Words(request.English)));
    }
}
