using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>
/// <c>GET /v1/brandpay/payments/methods</c> and <c>…/methods/{customerKey}</c>: lists the payment methods of the customer to whom the token belongs,
/// or of the customer in the path.
/// </summary>
internal sealed class ListMethods(BrandPayStore store, BrandPayMethodJson json)
{
    public ApiAnswer Answer(ApiRequest request) => Answer(request, request.Customer!.CustomerKey);

    public ApiAnswer Answer(ApiRequest request, string customerKey) =>
        ApiAnswer.Ok(json.Write(store.Customer(request.Merchant, customerKey), new Words(request.English)));
}
