using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>POST /v1/brandpay/payments/methods/card/remove</c> and <c>…/account/remove</c>: remove a payment method and return it.</summary>
internal sealed class RemoveMethod(BrandPayStore store, BrandPayMethodJson json)
{
    public ApiAnswer Answer(ApiRequest request, bool isCard)
    {
        var method = store.Remove(request.Customer!, Fields.Parse(request.Body).RequiredText("methodKey", 200), isCard);
        return ApiAnswer.Ok(json.Write(method, new Words(request.English)));
    }
}
