using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Settlements;

/// <summary>Implements <see cref="ISettlements"/> over HTTP.</summary>
internal sealed class SettlementsResource(ApiSender sender) : ISettlements
{
    private static readonly AnswerShape<IReadOnlyList<MerchantSettlement>> Page = AnswerShape.Array(
        SettlementJson.Default.MerchantSettlement, SettlementNormalizer.Normalize, "paymentKey", "orderId", "amount");

    private static readonly AnswerShape<bool> Accepted = new((body, _) => ReadResult(body), null, _ => []);

    public static ApiOperation List { get; } = new("settlements", HttpMethod.Get, "/v1/settlements", OperationKind.Query) { IsSlow = true, IsList = true };

    public static ApiOperation Request { get; } = new("settlement-request", HttpMethod.Post, "/v1/settlements", OperationKind.Money);

    public IAsyncEnumerable<MerchantSettlement> ListAsync(
        DateOnly first, DateOnly last, SettlementDateType? dateType, int pageSize, RequestOptions? options, CancellationToken cancellationToken)
    {
        if (last < first)
            throw new ArgumentException("The last day must not be before the first.", nameof(last));
        Rule.Between(pageSize, 1, 5000);
        var query = new QueryText()
            .Add("startDate", KoreanTime.Text(first))
            .Add("endDate", KoreanTime.Text(last))
            .Add("dateType", dateType?.Value);
        return ReadAsync(List.Route + query, pageSize, options, cancellationToken);
    }

    public Task RequestAsync(PaymentKey paymentKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(paymentKey);
        var wire = ApiRequest.Post(Request, Request.Route, new ManualSettlement(paymentKey), SettlementJson.Default.ManualSettlement, IdempotencyKey.New());
        return sender.SendAsync(wire, Accepted, options, cancellationToken);
    }

    private async IAsyncEnumerable<MerchantSettlement> ReadAsync(
        string days, int pageSize, RequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The API has no flag for further pages. A page that is not full is the last one (docs/spec/payment-api.md §2.3).
        var cursors = new PageCursors(List);
        for (var number = 1; ; number++)
        {
            var request = new ApiRequest { Operation = List, Path = $"{days}&page={number}&size={pageSize}" };
            var page = await sender.SendAsync(request, Page, options, cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return row;
            if (page.Count < pageSize)
                yield break;
            cursors.Next(Place(page[^1]));
        }
    }

    /// <summary>Returns a text that identifies a row. Some rows have no transaction key.</summary>
    private static string Place(MerchantSettlement row) =>
        row.TransactionKey ?? string.Create(CultureInfo.InvariantCulture, $"{row.PaymentKey} {row.OrderId} {row.Amount} {row.SoldDate} {row.ApprovedAt}");

    private static bool ReadResult(JsonElement body) =>
        AnswerBody.TryGetOne(body, "result", out var result) && result.ValueKind is JsonValueKind.True
            ? true
            : throw new UnreadableAnswerException("it does not say \"result\": true");
}

/// <summary>
/// Normalizes a settlement: amounts in the form of the currency, and the fees without VAT under one name (docs/spec/payment-api.md, appendix B).
/// </summary>
internal static class SettlementNormalizer
{
    public static MerchantSettlement Normalize(MerchantSettlement row) => row with
    {
        Amount = WireAmount.Of(row.Currency, row.Amount),
        InterestFee = WireAmount.Of(row.Currency, row.InterestFee),
        SupplyAmount = WireAmount.Of(row.Currency, row.SupplyAmount ?? row.SuppliedAmount),
        Vat = WireAmount.Of(row.Currency, row.Vat),
        Fee = WireAmount.Of(row.Currency, row.Fee),
        PayOutAmount = WireAmount.Of(row.Currency, row.PayOutAmount),
        Fees = row.Fees?.Select(fee => fee with { Fee = WireAmount.Of(row.Currency, fee.Fee) }).ToArray(),
    };
}

/// <summary>Provides the JSON metadata of the settlements resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter), typeof(EasyPayConverter)])]
[JsonSerializable(typeof(MerchantSettlement))]
[JsonSerializable(typeof(ManualSettlement))]
internal sealed partial class SettlementJson : JsonSerializerContext;

/// <summary>The body of the request to acquire one payment (docs/spec/payment-api.md §2.3).</summary>
internal sealed record ManualSettlement(PaymentKey PaymentKey);
