using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary>Maps the endpoints for cash receipts that the shop issues itself.</summary>
internal static class CashReceiptEndpoints
{
    public static void MapCashReceipts(this RouteGroupBuilder api)
    {
        api.MapPost("/v1/cash-receipts", (HttpContext context, ApiPipeline pipeline, IssueCashReceipt issue) =>
            pipeline.RunAsync(context, SandboxOperation.Other, issue.Answer));
        api.MapGet("/v1/cash-receipts", (HttpContext context, ApiPipeline pipeline, ListCashReceipts list) =>
            pipeline.RunAsync(context, SandboxOperation.Other, list.Answer));
        api.MapPost("/v1/cash-receipts/{receiptKey}/cancel", (string receiptKey, HttpContext context, ApiPipeline pipeline, CancelCashReceipt cancel) =>
            pipeline.RunAsync(context, SandboxOperation.Other, request => cancel.Answer(request, receiptKey)));
        api.RefuseOtherMethods("/v1/cash-receipts", "/v1/cash-receipts/{receiptKey}/cancel");
    }
}

/// <summary><c>POST /v1/cash-receipts</c>: issues a cash receipt (docs/spec/payment-api.md §2.4).</summary>
internal sealed class IssueCashReceipt(CashReceiptStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var receipt = store.Issue((number, now) => new CashReceipt
        {
            Number = number,
            Merchant = request.Merchant,
            ReceiptKey = Identifiers.ReceiptKey(),
            IssueNumber = Identifiers.IssueNumber(),
            OrderId = body.RequiredText("orderId", 64),
            OrderName = body.RequiredText("orderName", 100),
            Type = body.RequiredText("type", 10),
            CustomerIdentityNumber = body.RequiredText("customerIdentityNumber", 30),
            Amount = body.RequiredAmount("amount"),
            TaxFreeAmount = body.Amount("taxFreeAmount") ?? 0,
            RequestedAt = now,
        } switch
        {
            var made when Refusal(made) is { } code => throw new RefusedException(code),
            var made => made,
        });
        return ApiAnswer.Ok(CashReceiptJson.Write(receipt, request.Base, new Words(request.English), clock.GetUtcNow()));
    }

    private static string? Refusal(CashReceipt receipt) => receipt switch
    {
        _ when !SessionRules.IsOrderId(receipt.OrderId) => "INVALID_REQUEST",
        { Type: not ("소득공제" or "지출증빙") } => "INVALID_CASH_RECEIPT_INFO",
        _ when receipt.CustomerIdentityNumber.AsSpan().ContainsAnyExceptInRange('0', '9') => "INVALID_CASH_RECEIPT_INFO",
        { Type: "지출증빙", CustomerIdentityNumber.Length: < 10 } => "INVALID_BUSINESS_NUMBER",
        _ when !SessionRules.IsAmount(receipt.Amount, 0) => "INVALID_REQUEST",
        _ when receipt.TaxFreeAmount < 0 || receipt.TaxFreeAmount > receipt.Amount => "INVALID_REQUEST",
        _ => null,
    };
}

/// <summary><c>GET /v1/cash-receipts</c>: lists the receipts of one Korean day, page by page.</summary>
internal sealed class ListCashReceipts(CashReceiptStore store, SandboxClock clock)
{
    private const int _usual = 100;
    private const int _most = 10_000;

    public ApiAnswer Answer(ApiRequest request)
    {
        var limit = request.Query.Limit("limit", _usual, _most);
        var cursor = request.Query.Number("cursor", 0);
        var receipts = store.Of(request.Merchant, request.Query.RequiredDay("requestDate"), cursor);
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

/// <summary><c>POST /v1/cash-receipts/{receiptKey}/cancel</c>: cancels an amount of a receipt. Without an amount, cancels all of it.</summary>
internal sealed class CancelCashReceipt(CashReceiptStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request, string receiptKey)
    {
        var amount = request.Body.IsEmpty ? null : Fields.Parse(request.Body).Amount("amount");
        var cancel = store.Cancel(request.Merchant, receiptKey, amount);
        return ApiAnswer.Ok(CashReceiptJson.Write(cancel, request.Base, new Words(request.English), clock.GetUtcNow()));
    }
}

/// <summary>Writes the CashReceipt object, version 2022-11-16 (docs/spec/payment-api.md §3.9).</summary>
internal static class CashReceiptJson
{
    public static JsonObject Write(CashReceipt receipt, string address, Words words, DateTimeOffset now)
    {
        var status = receipt.IssueStatus(now);
        return new JsonObject
        {
            ["receiptKey"] = receipt.ReceiptKey,
            ["issueNumber"] = receipt.IssueNumber,
            ["issueStatus"] = status,
            ["amount"] = receipt.Amount,
            ["taxFreeAmount"] = receipt.TaxFreeAmount,
            ["orderId"] = receipt.OrderId,
            ["orderName"] = receipt.OrderName,
            ["type"] = receipt.Type,
            ["transactionType"] = receipt.IsCancel ? "CANCEL" : "CONFIRM",
            ["businessNumber"] = "0000000000",
            ["customerIdentityNumber"] = receipt.CustomerIdentityNumber,
            ["failure"] = status == "FAILED" ? Refused(words) : null,
            ["requestedAt"] = Korea.Time(receipt.RequestedAt),
            ["receiptUrl"] = $"{address}/receipts/cash/{receipt.ReceiptKey}",
        };
    }

    private static JsonObject Refused(Words words) => new()
    {
        ["code"] = "NTS_ERROR",
        ["message"] = $"[TSH] {ErrorTable.Find("NTS_ERROR")!.Message(words.English)}",
    };
}
