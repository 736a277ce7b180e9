using CheckoutDemo.Commands;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>What the operator does with an order.</summary>
internal static class OrderActions
{
    /// <summary>Longer than a cancel takes; the page may be left meanwhile.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> RefundAsync(string orderId, OrderWish wish, ICheckout checkout) => Told.OfAsync(async () =>
    {
        var outcome = await checkout.CancelAsync(new CancelPayment
        {
            OrderId = OrderId.Parse(orderId),
            CancelId = CancelId.Parse(wish.CancelId ?? ""),
            Amount = wish.Amount,
            Reason = wish.Why,
            Actor = wish.Who,
            RefundAccount = Account(wish),
            Wait = Wait,
        });
        return outcome.Match(
            done => new Told(true),
            pending => new Told(true, "The money is on its way."),
            checking => new Told(true, "Asked for; what became of it is not known yet. Recovery finds out."),
            refused => new Told(false, $"The gateway refused it: {refused.Refund.FailureCode}."),
            failed => new Told(false, "Accepted, but the money did not reach the account: pay it out by hand."),
            notCancelable => new Told(false, notCancelable.Reason),
            unavailable => new Told(false, unavailable.Reason),
            notFound => Told.Unknown);
    });

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> TakeBackAsync(string orderId, OrderWish wish, ICheckout checkout) => Told.OfAsync(async () =>
    {
        var outcome = await checkout.TakeBackAsync(new TakeBack { OrderId = OrderId.Parse(orderId), Reason = wish.Why, Actor = wish.Who, Wait = Wait });
        return outcome.Match(
            takenBack => new Told(true),
            checking => new Told(true, "Nothing confirms it any more; recovery sees it through."),
            needsAttention => new Told(false, "The gateway does not let it be undone: a person has to."),
            unavailable => new Told(false, unavailable.Reason),
            notFound => Told.Unknown);
    });

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> ResolveAsync(string orderId, OrderWish wish, ICheckout checkout) => Told.OfAsync(async () =>
    {
        if (!ResolveCommand.Words.TryGetValue(wish.As ?? "", out var kind))
            throw new ArgumentException($"'as' is one of {string.Join(", ", ResolveCommand.Words.Keys)}.", nameof(wish));
        var outcome = await checkout.ResolveAsync(new Resolution { OrderId = OrderId.Parse(orderId), As = kind, Who = wish.Who, Why = wish.Why, WithoutQuery = wish.WithoutQuery });
        return outcome.Match(
            resolved => new Told(true),
            contradicted => new Told(false, contradicted.Reason),
            notNeeded => new Told(false, "It does not wait for a person any more."),
            notFound => Told.Unknown);
    });

    private static RefundReceiveAccount? Account(OrderWish wish) => string.IsNullOrWhiteSpace(wish.AccountNumber)
        ? null
        : new RefundReceiveAccount { Bank = wish.Bank ?? "", AccountNumber = wish.AccountNumber, HolderName = wish.HolderName ?? "" };
}
