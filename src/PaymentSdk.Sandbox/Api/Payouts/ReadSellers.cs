using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>GET /v2/sellers/{id}</c> returns one seller, and <c>GET /v2/sellers</c> lists them.</summary>
internal sealed class ReadSellers(PayoutStore store)
{
    private const int _most = 1000;

    public ApiAnswer One(ApiRequest request, string id) => SellerJson.Answer(store.Seller(request.Merchant, id));

    public ApiAnswer All(ApiRequest request) => Page.Of(request, store.Sellers(request.Merchant), _most, seller => seller.Id, SellerJson.Write);
}
