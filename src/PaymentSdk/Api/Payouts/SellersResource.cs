using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payouts;

/// <summary>Implements <see cref="ISellers"/> over HTTP.</summary>
internal sealed class SellersResource(ApiSender sender) : ISellers
{
    private static readonly PayoutJson Json = PayoutJson.Default;

    private static readonly AnswerShape<Seller> One = AnswerShape.Entity(Json.Seller, PayoutReader.Required);

    private static readonly AnswerShape<AnswerPage<Seller>> Page = AnswerShape.EntityList(Json.Seller, PayoutReader.Required);

    private static readonly AnswerShape<DeletedEntity> Deleted = AnswerShape.Entity(Json.DeletedEntity, "id");

    public Task<Seller> CreateAsync(SellerRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayoutCheck.Check(request);
        var wire = ApiRequest.Post(PayoutOperations.CreateSeller, PayoutOperations.CreateSeller.Route, request, Json.SellerRequest, request.IdempotencyKey);
        var answer = One.Compared(seller => seller.RefSellerId is null || seller.RefSellerId == request.RefSellerId ? null : "it has a different seller");
        return sender.SendAsync(wire with { IsSealed = true }, answer, options, cancellationToken);
    }

    public Task<Seller> GetAsync(string sellerId, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = PayoutOperations.GetSeller, Path = Path(sellerId) }, One, options, cancellationToken);

    public IAsyncEnumerable<Seller> ListAsync(int pageSize, string? startingAfter, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Between(pageSize, 1, 100);
        return EntityListing.ReadAsync(sender, Page, Request, seller => seller.Id, startingAfter, options, cancellationToken);

        ApiRequest Request(string? after) => new()
        {
            Operation = PayoutOperations.ListSellers,
            Path = PayoutOperations.ListSellers.Route + new QueryText().Add("limit", pageSize).Add("startingAfter", after),
        };
    }

    public Task<Seller> UpdateAsync(string sellerId, SellerUpdate request, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayoutCheck.Check(request);
        var wire = ApiRequest.Post(PayoutOperations.UpdateSeller, Path(sellerId), Body(request), Json.JsonObject, request.IdempotencyKey);
        var answer = One.Compared(seller => seller.Id == sellerId ? null : "it has a different seller");
        return sender.SendAsync(wire with { IsSealed = true }, answer, options, cancellationToken);
    }

    public Task<DeletedEntity> DeleteAsync(string sellerId, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = PayoutOperations.DeleteSeller, Path = Path(sellerId) }, Deleted, options, cancellationToken);

    // A member that is omitted is not changed. A member that is null is deleted (docs/spec/payment-api.md §2.9).
    private static JsonObject Body(SellerUpdate request)
    {
        var body = JsonSerializer.SerializeToNode(request, Json.SellerUpdate)!.AsObject();
        foreach (var member in request.Removed)
            body[member] = null;
        return body;
    }

    private static string Path(string sellerId)
    {
        Rule.Given(sellerId);
        return $"/v2/sellers/{ApiRequest.Segment(sellerId)}";
    }
}
