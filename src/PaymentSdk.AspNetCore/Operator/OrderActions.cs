using System.Text.Json;
using PaymentSdk.AspNetCore.Endpoints;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The actions of the operator on an order.</summary>
internal static class OrderActions
{
    private static readonly Dictionary<string, ResolutionKind> Resolutions = Enum.GetValues<ResolutionKind>().ToDictionary(Word, StringComparer.Ordinal);

    /// <summary>
    /// How long an action waits for its outcome: longer than a cancel takes. The operator may leave the page during this time.
    /// </summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    /// <summary>Returns a resolution as pages and commands write it.</summary>
    public static string Word(ResolutionKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static async Task<Told> RefundAsync(OperatorCall call)
    {
        if (!call.TryGetOrderId(out var orderId))
            return Told.NotFound;
        var outcome = await call.Get<IRefunds>().RefundAsync(new RefundRequest
        {
            OrderId = orderId,
            RefundId = RefundId.Parse(call.Request.RefundId ?? ""),
            Amount = call.Request.Amount,
            Reason = call.Why,
            Actor = call.Actor,
            RefundAccount = Account(call.Request),
            Wait = Wait,
        }).ConfigureAwait(false);
        return outcome.Match(
            done: _ => new Told(true),
            pending: _ => new Told(true, "refund-pending"),
            checking: _ => new Told(true, "refund-checking"),
            refused: refused => new Told(false, "refund-refused", refused.Refund.FailureCode?.Value),
            payoutFailed: _ => new Told(false, "refund-payout-failed"),
            alreadyOpen: open => new Told(false, "refund-already-open", open.Refund.RefundId.Value),
            notRefundable: notRefundable => new Told(false, "not-refundable", Reason: BuyerTextAnswer.Of(notRefundable.Reason)),
            notRefunded: notRefunded => new Told(false, "not-refunded", Reason: BuyerTextAnswer.Of(notRefunded.Reason)),
            unavailable: _ => new Told(false, "refund-unavailable"),
            notFound: _ => Told.NotFound);
    }

    public static async Task<Told> ReverseAsync(OperatorCall call)
    {
        if (!call.TryGetOrderId(out var orderId))
            return Told.NotFound;
        var outcome = await call.Get<ICheckout>()
            .ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = call.Why, Actor = call.Actor, Wait = Wait }).ConfigureAwait(false);
        return outcome.Match(
            reversed: _ => new Told(true),
            checking: _ => new Told(true, "reversal-checking"),
            watched: watched => new Told(true, "reversal-watched", Until: watched.WatchedUntil),
            needsAttention: _ => new Told(false, "reversal-needs-attention"),
            unavailable: _ => new Told(false, "reversal-unavailable"),
            notFound: _ => Told.NotFound);
    }

    public static async Task<Told> ResolveAsync(OperatorCall call)
    {
        if (!call.TryGetOrderId(out var orderId))
            return Told.NotFound;
        if (!Resolutions.TryGetValue(call.Request.As ?? "", out var kind))
            throw new ArgumentException($"The member 'as' must be one of {string.Join(", ", Resolutions.Keys)}.");
        // Only an amount that the operator has read is accepted, because it is compared with what the gateway shows now.
        if (kind == ResolutionKind.AcceptAmount && call.Request.Amount is null)
            throw new ArgumentException("To accept an amount, send the 'amount' that the operator read.");
        var outcome = await call.Get<IPaymentReviews>().ResolveAsync(new ManualResolution
        {
            OrderId = orderId,
            Resolution = kind,
            Actor = call.Actor,
            Reason = call.Why,
            WithoutQuery = call.Request.WithoutQuery,
            Amount = kind == ResolutionKind.AcceptAmount ? call.Request.Amount : null,
            Currency = call.Request.Currency is { Length: > 0 } currency ? Currency.From(currency) : null,
            RefundId = kind == ResolutionKind.RefundedByHand && call.Request.RefundId is { } refund ? RefundId.Parse(refund) : null,
        }).ConfigureAwait(false);
        return outcome.Match(
            resolved: _ => new Told(true),
            contradicted: contradicted => new Told(false, "contradicted", Reason: BuyerTextAnswer.Of(contradicted.Reason)),
            notNeeded: _ => new Told(false, "not-needed"),
            notFound: _ => Told.NotFound);
    }

    private static RefundReceiveAccount? Account(OperatorRequest request) => string.IsNullOrWhiteSpace(request.AccountNumber)
        ? null
        : new RefundReceiveAccount { Bank = request.Bank ?? "", AccountNumber = request.AccountNumber, HolderName = request.HolderName ?? "" };
}
