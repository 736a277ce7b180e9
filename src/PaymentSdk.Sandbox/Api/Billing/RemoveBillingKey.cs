using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Billing;

/// <summary><c>DELETE /v1/billing/{billingKey}</c>: removes a billing key and answers 200 with an empty body.</summary>
internal sealed class RemoveBillingKey(BillingStore store)
{
    public ApiAnswer Answer(ApiRequest request, string billingKey)
    {
        store.Remove(request.Merchant, billingKey);
        return ApiAnswer.Empty;
    }
}
