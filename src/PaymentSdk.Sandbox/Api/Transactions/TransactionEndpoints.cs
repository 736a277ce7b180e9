using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Transactions;

/// <summary>Maps the list of money movements.</summary>
internal static class TransactionEndpoints
{
    public static void MapTransactions(this RouteGroupBuilder api)
    {
        api.MapGet("/v1/transactions", (HttpContext context, ApiPipeline pipeline, ListTransactions list) =>
            pipeline.RunAsync(context, SandboxOperation.Transactions, list.Answer));
        api.RefuseOtherMethods("/v1/transactions");
    }
}

/// <summary><c>GET /v1/transactions</c>: lists one line for each money movement (docs/spec/payment-api.md §2.3).</summary>
internal sealed class ListTransactions(PaymentStore store)
{
    private const int _usual = 100;
    private const int _most = 5000;

    public ApiAnswer Answer(ApiRequest request)
    {
        var (from, to) = (request.Query.RequiredInstant("startDate"), request.Query.RequiredInstant("endDate"));
        if (from > to)
            throw new RefusedException("INVALID_DATE");
        var limit = request.Query.Limit("limit", _usual, _most);
        var lines = MoneyMovement.Of(request.Merchant, store).ToArray();
        var rest = lines.Skip(First(lines, request.Query.Text("startingAfter")));
        var words = new Words(request.English);
        return ApiAnswer.Ok(new JsonArray([.. rest.Where(line => IsWithin(line, from, to)).Take(limit).Select(line => TransactionJson.Write(line, words))]));
    }

    private static int First(MoneyMovement[] lines, string? startingAfter) => startingAfter is null
        ? 0
        : Array.FindIndex(lines, line => line.Execution.TransactionKey == startingAfter) is >= 0 and var index
            ? index + 1
            : throw new RefusedException("INVALID_TRANSACTION_KEY");

    /// <summary>Returns true if the line is within the range, both ends included. Compares the whole second that the line shows.</summary>
    private static bool IsWithin(MoneyMovement line, DateTimeOffset from, DateTimeOffset to)
    {
        var shown = Korea.WholeSecond(line.Execution.At);
        return shown >= from && shown <= to;
    }
}

/// <summary>Writes the Transaction object (docs/spec/payment-api.md §3.6).</summary>
internal static class TransactionJson
{
    public static JsonObject Write(MoneyMovement line, Words words) => new()
    {
        ["mId"] = line.Payment.Session.Merchant.MId,
        ["transactionKey"] = line.Execution.TransactionKey,
        ["paymentKey"] = line.Payment.PaymentKey,
        ["orderId"] = line.Payment.Session.OrderId,
        ["method"] = words.Method(line.Payment.Choice),
        ["customerKey"] = line.Payment.Session.CustomerKey,
        ["useEscrow"] = line.Payment.Session.UseEscrow,
        ["receiptUrl"] = PaymentJson.ReceiptUrl(line.Payment),
        ["status"] = line.Execution.Status,
        ["transactionAt"] = Korea.Time(line.Execution.At),
        ["currency"] = line.Payment.Session.Currency,
        ["amount"] = line.Amount,
    };
}
