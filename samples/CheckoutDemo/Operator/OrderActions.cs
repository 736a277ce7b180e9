using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>What the operator does with an order.</summary>
internal static class OrderActions
{
    private static readonly Dictionary<string, ResolutionKind> Resolutions = new(StringComparer.Ordinal)
    {
        ["approved"] = ResolutionKind.Approved,
        ["not-charged"] = ResolutionKind.NotCharged,
        ["reverse"] = ResolutionKind.Reverse,
        ["accept-amount"] = ResolutionKind.AcceptAmount,
        ["refunded-by-hand"] = ResolutionKind.RefundedByHand,
    };

    /// <summary>Longer than a cancel takes; the page may be left meanwhile.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> RefundAsync(string orderId, OrderActionRequest wish, IRefunds refunds) => Told.OfAsync(async () =>
    {
        var outcome = await refunds.RefundAsync(new RefundRequest
        {
            OrderId = OrderId.Parse(orderId),
            RefundId = RefundId.Parse(wish.RefundId ?? ""),
            Amount = wish.Amount,
            Reason = wish.Why,
            Actor = wish.Who,
            RefundAccount = Account(wish),
            Wait = Wait,
        });
        return outcome.Match(
            done: _ => new Told(true),
            pending: _ => new Told(true, "refund-pending"),
            checking: _ => new Told(true, "refund-checking"),
            refused: refused => new Told(false, "refund-refused", refused.Refund.FailureCode?.Value),
            payoutFailed: _ => new Told(false, "refund-payout-failed"),
            alreadyOpen: open => new Told(false, "refund-already-open", open.Refund.RefundId.Value),
            notRefundable: notRefundable => new Told(false, "not-refundable", notRefundable.Reason),
            notRefunded: notRefunded => new Told(false, "not-refunded", notRefunded.Reason),
            unavailable: _ => new Told(false, "refund-unavailable"),
            notFound: _ => Told.NotFound);
    });

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> ReverseAsync(string orderId, OrderActionRequest wish, ICheckout checkout) => Told.OfAsync(async () =>
    {
        var outcome = await checkout.ReverseAsync(new ReversalRequest { OrderId = OrderId.Parse(orderId), Reason = wish.Why, Actor = wish.Who, Wait = Wait });
        return outcome.Match(
            reversed: _ => new Told(true),
            checking: _ => new Told(true, "reversal-checking"),
            watched: watched => new Told(true, "reversal-watched", Until: watched.WatchedUntil),
            needsAttention: _ => new Told(false, "reversal-needs-attention"),
            unavailable: _ => new Told(false, "reversal-unavailable"),
            notFound: _ => Told.NotFound);
    });

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> ResolveAsync(string orderId, OrderActionRequest wish, IPaymentReviews reviews) => Told.OfAsync(async () =>
    {
        if (!Resolutions.TryGetValue(wish.As ?? "", out var kind))
            throw new ArgumentException($"'as' is one of {string.Join(", ", Resolutions.Keys)}.", nameof(wish));
        var outcome = await reviews.ResolveAsync(new ManualResolution
        {
            OrderId = OrderId.Parse(orderId),
            Resolution = kind,
            Actor = wish.Who,
            Reason = wish.Why,
            WithoutQuery = wish.WithoutQuery,
            RefundId = kind == ResolutionKind.RefundedByHand && wish.RefundId is { } refund ? RefundId.Parse(refund) : null,
        });
        return outcome.Match(
            resolved: _ => new Told(true),
            contradicted: contradicted => new Told(false, "contradicted", contradicted.Reason),
            notNeeded: _ => new Told(false, "not-needed"),
            notFound: _ => Told.NotFound);
    });

    private static RefundReceiveAccount? Account(OrderActionRequest wish) => string.IsNullOrWhiteSpace(wish.AccountNumber)
        ? null
        : new RefundReceiveAccount { Bank = wish.Bank ?? "", AccountNumber = wish.AccountNumber, HolderName = wish.HolderName ?? "" };
}
