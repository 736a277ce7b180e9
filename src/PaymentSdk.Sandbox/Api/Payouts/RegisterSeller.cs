using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>POST /v2/sellers</c>: registers a seller.</summary>
internal sealed class RegisterSeller(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        return SellerJson.Answer(store.Register(request.Merchant, body.RequiredText("refSellerId", 64), body.RequiredSeller()));
    }
}
