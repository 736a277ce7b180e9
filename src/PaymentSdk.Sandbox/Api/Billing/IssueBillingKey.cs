using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary><c>POST /v1/billing/authorizations/issue</c>: issues a billing key for the payment method that the window authenticated.</summary>
internal sealed class IssueBillingKey(BillingStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var key = store.Issue(request.Merchant, body.RequiredText("authKey", 300), body.RequiredCustomerKey());
        return ApiAnswer.Ok(BillingJson.Write(key, new Words(request.English)));
    }
}
