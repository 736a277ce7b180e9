using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Transactions;

/// <summary><c>GET /v1/transactions</c>: one line for each time that money moved (docs/spec/payment-api.md §2.3).</summary>
internal sealed class ListTransactions(PaymentStore books)
{
    private const int _usual = 100;
    private const int _most = 5000;

    public ApiAnswer Answer(ApiRequest request)
    {
        var (from, to) = (request.Query.RequiredInstant("startDate"), request.Query.RequiredInstant("endDate"));
        if (from > to)
            throw new RefusedException("INVALID_DATE");
        var limit = request.Query.Limit("limit", _usual, _most);
        var lines = MoneyMovement.Of(request.Merchant, books).ToArray();
        var rest = lines.Skip(First(lines, request.Query.Text("startingAfter")));
        var words = new Words(request.English);
        return ApiAnswer.Ok(new JsonArray([.. rest.Where(line => IsWithin(line, from, to)).Take(limit).Select(line => TransactionJson.Write(line, words))]));
    }

    private static int First(MoneyMovement[] lines, string? startingAfter) => startingAfter is null
        ? 0
        : Array.FindIndex(lines, line => line.Execution.TransactionKey == startingAfter) is >= 0 and var index
            ? index + 1
            : throw new RefusedException("INVALID_TRANSACTION_KEY");

    /// <summary>By the whole second that the line shows, both ends included.</summary>
    private static bool IsWithin(MoneyMovement line, DateTimeOffset from, DateTimeOffset to)
    {
        var shown = Korea.WholeSecond(line.Execution.At);
        return shown >= from && shown <= to;
    }
}
