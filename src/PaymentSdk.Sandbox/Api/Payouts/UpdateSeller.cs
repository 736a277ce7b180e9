using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary>
/// <c>POST /v2/sellers/{id}</c>: changes a seller. An omitted member stays unchanged, and null removes a member. The shop's own id never changes.
/// </summary>
internal sealed class UpdateSeller(PayoutStore store)
{
    public ApiAnswer Answer(ApiRequest request, string id)
    {
        var change = Fields.Parse(request.Body);
        return SellerJson.Answer(store.Update(request.Merchant, id, seller =>
            change.Text("refSellerId", 64) is { } other && other != seller.RefSellerId
                ? throw new RefusedException("INVALID_REQUEST")
                : Merged(seller, request.Body).RequiredSeller()));
    }

    private static Fields Merged(Seller seller, ReadOnlyMemory<byte> change)
    {
        var merged = SellerJson.Write(seller);
        foreach (var (name, value) in JsonNode.Parse(change.Span)!.AsObject())
            merged[name] = value is JsonObject inner && merged[name] is JsonObject old ? Merged(old, inner) : value?.DeepClone();
        return Fields.Parse(Json.Write(merged));
    }

    private static JsonObject Merged(JsonObject old, JsonObject change)
    {
        var merged = old.DeepClone().AsObject();
        foreach (var (name, value) in change)
            merged[name] = value?.DeepClone();
        return merged;
    }
}
