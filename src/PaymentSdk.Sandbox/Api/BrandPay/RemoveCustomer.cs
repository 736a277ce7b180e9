using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>POST /v1/brandpay/customers/remove</c>: ends the BrandPay membership of the customer of the token.</summary>
internal sealed class RemoveCustomer(BrandPayStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        store.Leave(request.Customer!);
        return ApiAnswer.Ok(new JsonObject { ["customerKey"] = request.Customer!.CustomerKey, ["success"] = true });
    }
}
