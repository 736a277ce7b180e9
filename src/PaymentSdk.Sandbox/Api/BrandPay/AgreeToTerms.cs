using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>
/// <c>POST /v1/brandpay/terms/agree</c>: records the texts that the customer agrees to, which must include every required one, and returns a code.
/// </summary>
internal sealed class AgreeToTerms(BrandPayStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var agreed = body.RequiredIntegers("termsId");
        var terms = Terms.Of(body.RequiredTexts("scope"));
        if (terms.Any(text => text.Required && !agreed.Contains(text.Id)) || agreed.Any(id => terms.All(text => text.Id != id)))
            throw new RefusedException("INVALID_REQUEST");
        return ApiAnswer.Ok(new JsonObject { ["code"] = store.Agree(store.Customer(request.Merchant, body.RequiredBrandPayCustomerKey()), agreed) });
    }
}
