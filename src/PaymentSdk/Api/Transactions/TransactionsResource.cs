using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Transactions;

/// <summary>Implements <see cref="ITransactions"/> over HTTP.</summary>
internal sealed class TransactionsResource(ApiSender sender) : ITransactions
{
    public static ApiOperation List { get; } = new("transactions", HttpMethod.Get, "/v1/transactions", OperationKind.Query) { IsSlow = true, IsList = true };

    private static readonly AnswerShape<IReadOnlyList<Transaction>> Page = AnswerShape.Array(
        TransactionJson.Default.Transaction,
        row => row with { Amount = WireAmount.Of(row.Currency, row.Amount) },
        "transactionKey", "paymentKey", "orderId", "status", "amount");

    public IAsyncEnumerable<Transaction> ListAsync(
        TransactionRange range, int pageSize, string? startingAfter, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (range.Until <= range.From)
            throw new ArgumentException("The range is empty: Until must be after From.", nameof(range));
        Rule.Between(pageSize, 1, 5000);
        return ReadAsync(range, pageSize, startingAfter, options, cancellationToken);
    }

    private async IAsyncEnumerable<Transaction> ReadAsync(
        TransactionRange range, int pageSize, string? after, RequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The API has no flag for further pages. A page that is not full is the last one (docs/spec/payment-api.md §2.3).
        var cursors = new PageCursors(List);
        while (true)
        {
            var page = await sender.SendAsync(Request(range, pageSize, after), Page, options, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Where(row => row.TransactionAt is not { } moment || range.Contains(moment)))
                yield return row;
            if (page.Count < pageSize)
                yield break;
            after = cursors.Next(page[^1].TransactionKey);
        }
    }

    private static ApiRequest Request(TransactionRange range, int pageSize, string? after) => new()
    {
        Operation = List,
        Path = List.Route + new QueryText()
            .Add("startDate", KoreanTime.Text(range.From))
            .Add("endDate", KoreanTime.Text(Ceiling(range.Until)))
            .Add("startingAfter", after)
            .Add("limit", pageSize),
    };

    // The API reads whole seconds, so the end is rounded up. Rows after the exact end are dropped above.
    private static DateTimeOffset Ceiling(DateTimeOffset moment) =>
        moment.Ticks % TimeSpan.TicksPerSecond == 0 ? moment : moment.AddTicks(TimeSpan.TicksPerSecond - (moment.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>Provides the JSON metadata of the transactions resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(Transaction))]
internal sealed partial class TransactionJson : JsonSerializerContext;
