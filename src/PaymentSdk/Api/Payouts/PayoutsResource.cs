using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Payouts;

/// <summary>Implements <see cref="IPayouts"/> over HTTP.</summary>
internal sealed class PayoutsResource(ApiSender sender) : IPayouts
{
    private static readonly PayoutJson Json = PayoutJson.Default;

    private static readonly AnswerShape<Payout> One = AnswerShape.Entity(Json.Payout, PayoutReader.Required);

    private static readonly AnswerShape<AnswerPage<Payout>> Page = AnswerShape.EntityList(Json.Payout, PayoutReader.Required);

    private static readonly AnswerShape<PayoutBalance> Balance = AnswerShape.Entity(Json.PayoutBalance, "availableAmount");

    public Task<PayoutBalance> GetBalanceAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = PayoutOperations.GetBalance, Path = PayoutOperations.GetBalance.Route }, Balance, options, cancellationToken);

    public async Task<IReadOnlyList<Payout>> RequestAsync(
        IReadOnlyList<PayoutRequest> payouts, IdempotencyKey idempotencyKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        PayoutCheck.Check(payouts);
        Rule.Key(idempotencyKey);
        var wire = ApiRequest.Post(PayoutOperations.Request, PayoutOperations.Request.Route, payouts, Json.IReadOnlyListPayoutRequest, idempotencyKey);
        var answer = Page.Compared(page => PayoutCheck.Difference(payouts, page.Items));
        var page = await sender.SendAsync(wire with { IsSealed = true }, answer, options, cancellationToken).ConfigureAwait(false);
        return page.Items;
    }

    public Task<Payout> CancelAsync(string payoutId, IdempotencyKey idempotencyKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Key(idempotencyKey);
        var wire = ApiRequest.EmptyPost(PayoutOperations.Cancel, Path(payoutId) + "/cancel") with { IdempotencyKey = idempotencyKey };
        return sender.SendAsync(wire, Of(payoutId), options, cancellationToken);
    }

    public Task<Payout> GetAsync(string payoutId, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(new ApiRequest { Operation = PayoutOperations.Get, Path = Path(payoutId) }, Of(payoutId), options, cancellationToken);

    public IAsyncEnumerable<Payout> ListAsync(
        DateOnly? firstPayoutDate, DateOnly? lastPayoutDate, int pageSize, string? startingAfter, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Between(pageSize, 1, 10_000);
        return EntityListing.ReadAsync(sender, Page, Request, payout => payout.Id, startingAfter, options, cancellationToken);

        ApiRequest Request(string? after) => new()
        {
            Operation = PayoutOperations.List,
            Path = PayoutOperations.List.Route + new QueryText()
                .Add("limit", pageSize)
                .Add("startingAfter", after)
                .Add("payoutDateGte", firstPayoutDate is { } first ? KoreanTime.Text(first) : null)
                .Add("payoutDateLte", lastPayoutDate is { } last ? KoreanTime.Text(last) : null),
        };
    }

    private static AnswerShape<Payout> Of(string payoutId) =>
        One.Compared(payout => payout.Id == payoutId ? null : "it has a different payout");

    private static string Path(string payoutId)
    {
        Rule.Given(payoutId);
        return $"/v2/payouts/{ApiRequest.Segment(payoutId)}";
    }
}
