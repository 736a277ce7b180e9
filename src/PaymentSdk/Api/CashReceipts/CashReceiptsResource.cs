using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.CashReceipts;

/// <summary>Implements <see cref="ICashReceipts"/> over HTTP.</summary>
internal sealed class CashReceiptsResource(ApiSender sender) : ICashReceipts
{
    private static readonly AnswerShape<CashReceipt> Receipt = AnswerShape.Object(CashReceiptJson.Default.CashReceipt, Normalize, "receiptKey");

    private static readonly AnswerShape<AnswerPage<CashReceipt>> Page = AnswerShape.DataList(CashReceiptJson.Default.CashReceipt, Normalize, "receiptKey");

    public static ApiOperation Issue { get; } = new("cash-receipt", HttpMethod.Post, "/v1/cash-receipts", OperationKind.Money);

    public static ApiOperation Cancel { get; } = new("cash-receipt-cancel", HttpMethod.Post, "/v1/cash-receipts/{receiptKey}/cancel", OperationKind.Money);

    public static ApiOperation List { get; } = new("cash-receipts", HttpMethod.Get, "/v1/cash-receipts", OperationKind.Query) { IsList = true };

    public Task<CashReceipt> IssueAsync(CashReceiptRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Check(request);
        var wire = ApiRequest.Post(Issue, Issue.Route, request, CashReceiptJson.Default.CashReceiptRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, Receipt, options, cancellationToken);
    }

    public Task<CashReceipt> CancelAsync(string receiptKey, CashReceiptCancelRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Text(receiptKey, 200);
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Positive(request.Amount);
        var path = $"/v1/cash-receipts/{ApiRequest.Segment(receiptKey)}/cancel";
        var wire = ApiRequest.Post(Cancel, path, request, CashReceiptJson.Default.CashReceiptCancelRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, Receipt, options, cancellationToken);
    }

    public IAsyncEnumerable<CashReceipt> ListAsync(
        DateOnly requestDate, int pageSize, long? cursor, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Between(pageSize, 1, 10_000);
        return ReadAsync(requestDate, pageSize, cursor?.ToString(CultureInfo.InvariantCulture), options, cancellationToken);
    }

    private async IAsyncEnumerable<CashReceipt> ReadAsync(
        DateOnly day, int pageSize, string? cursor, RequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursors = new PageCursors(List);
        while (true)
        {
            var query = new QueryText().Add("requestDate", KoreanTime.Text(day)).Add("cursor", cursor).Add("limit", pageSize);
            var page = await sender.SendAsync(new ApiRequest { Operation = List, Path = List.Route + query }, Page, options, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
                yield return row;
            if (!page.HasNext || page.LastCursor is not { } last)
                yield break;
            cursor = cursors.Next(last);
        }
    }

    private static void Check(CashReceiptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Positive(request.Amount);
        Rule.NotNegative(request.TaxFreeAmount);
        Rule.Given(request.OrderId);
        Rule.Text(request.OrderName, 100);
        Rule.Text(request.CustomerIdentityNumber, 30);
        Rule.AtMost(request.RegistrationNumber, 30);
        Rule.Given(request.Type);
    }

    // The amounts of cash receipts are always in won.
    private static CashReceipt Normalize(CashReceipt receipt) => receipt with
    {
        Amount = WireAmount.Of(Currency.Krw, receipt.Amount),
        TaxFreeAmount = WireAmount.Of(Currency.Krw, receipt.TaxFreeAmount),
    };
}

/// <summary>Provides the JSON metadata of the cash receipts resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(CashReceiptRequest))]
[JsonSerializable(typeof(CashReceiptCancelRequest))]
[JsonSerializable(typeof(CashReceipt))]
internal sealed partial class CashReceiptJson : JsonSerializerContext;
