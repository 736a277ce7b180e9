using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary><c>GET /v1/cash-receipts</c>: those of one Korean day, page by page.</summary>
internal sealed class ListCashReceipts(CashReceiptStore books, SandboxClock clock)
{
    private const int _usual = 100;
    private const int _most = 10_000;

    public ApiAnswer Answer(ApiRequest request)
    {
        var limit = request.Query.Limit("limit", _usual, _most);
        var cursor = request.Query.Number("cursor", 0);
        var receipts = books.Of(request.Merchant, request.Query.RequiredDay("requestDate"), cursor);
        var page = receipts.Take(limit).ToArray();
        var (words, now) = (new Words(request.English), clock.GetUtcNow());
        return ApiAnswer.Ok(new JsonObject
        {
            ["hasNext"] = receipts.Count > limit,
            ["lastCursor"] = page is [.., var last] ? last.Number : cursor,
            ["data"] = new JsonArray([.. page.Select(receipt => CashReceiptJson.Write(receipt, request.Base, words, now))]),
        });
    }
}
