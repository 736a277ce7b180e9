using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Settlements;

/// <summary>Maps the list of settlements, and the request to acquire one payment now.</summary>
internal static class SettlementEndpoints
{
    public static void MapSettlements(this RouteGroupBuilder api)
    {
        api.MapGet("/v1/settlements", (HttpContext context, ApiPipeline pipeline, ListSettlements list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapPost("/v1/settlements", (HttpContext context, ApiPipeline pipeline, RequestSettlement settle) =>
            pipeline.RunAsync(context, SandboxOperation.Other, settle.Answer));
        api.RefuseOtherMethods("/v1/settlements");
    }
}

/// <summary>
/// <c>GET /v1/settlements</c>: lists settlements, which appear on the day after the money moved (docs/spec/payment-api.md §2.3). The real test
/// environment has no settlements. The sandbox generates them, so that a shop can test its bookkeeping.
/// </summary>
internal sealed class ListSettlements(PaymentStore store, SandboxClock clock)
{
    private const int _usual = 100;
    private const int _most = 5000;

    public ApiAnswer Answer(ApiRequest request)
    {
        var (from, to) = (request.Query.RequiredDay("startDate"), request.Query.RequiredDay("endDate"));
        if (from > to)
            throw new RefusedException("INVALID_DATE");
        Func<Settlement, DateOnly> day = request.Query.Text("dateType") switch
        {
            null or "soldDate" => settlement => settlement.SoldDate,
            "paidOutDate" => settlement => settlement.PaidOutDate,
            _ => throw new RefusedException("INVALID_REQUEST"),
        };
        var size = request.Query.Limit("size", _usual, _most);
        var page = request.Query.Limit("page", 1, int.MaxValue);
        var today = Korea.Day(clock.GetUtcNow());
        var rows = MoneyMovement.Of(request.Merchant, store)
            .Where(line => line.Amount != 0)
            .Select(line => new Settlement(line))
            .Where(settlement => settlement.SoldDate < today && day(settlement) >= from && day(settlement) <= to)
            .Skip((int)Math.Min((page - 1L) * size, int.MaxValue))
            .Take(size);
        var words = new Words(request.English);
        return ApiAnswer.Ok(new JsonArray([.. rows.Select(settlement => SettlementJson.Write(settlement, words))]));
    }
}

/// <summary><c>POST /v1/settlements</c>: requests the acquisition of one payment now (docs/spec/payment-api.md §2.3).</summary>
internal sealed class RequestSettlement(PaymentStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        store.RequestAcquire(request.Merchant, Fields.Parse(request.Body).RequiredText("paymentKey", 200));
        return ApiAnswer.Ok(new JsonObject { ["result"] = true });
    }
}
