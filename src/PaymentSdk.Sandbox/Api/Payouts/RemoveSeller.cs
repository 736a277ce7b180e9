using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary><c>DELETE /v2/sellers/{id}</c>: removes a seller.</summary>
internal sealed class RemoveSeller(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request, string id)
    {
        var seller = store.Remove(request.Merchant, id);
        return Envelope.Entity("deleted-entity", new JsonObject { ["id"] = seller.Id, ["refSellerId"] = seller.RefSellerId });
    }
}
