using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>Opens purchases and their next attempts (docs/spec/money.md §1).</summary>
internal sealed class PurchaseOpener(CheckoutContext context, PurchaseCommits commits)
{
    private const int LongestPage = 2_000;

    /// <summary>
    /// The time within which opening the same purchase again returns the same attempt, so that a double click creates only one order id.
    /// </summary>
    private static readonly TimeSpan SameAttempt = TimeSpan.FromMinutes(10);

    /// <param name="purchase">The purchase to open.</param>
    /// <param name="cancellationToken">Cancels the call before anything is written.</param>
    /// <param name="orderId">The order id of the attempt; null to create one.</param>
    /// <exception cref="LedgerException">The ledger is unavailable, or cannot store this purchase.</exception>
    public async Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken, OrderId? orderId = null)
    {
        var (result, decided) = await TryOpenAsync(purchase, cancellationToken, orderId).ConfigureAwait(false);
        return Outcome(result, decided);
    }

    /// <summary>Opens the purchase and returns how the commit ended, with the outcome when it was decided without a commit.</summary>
    public async Task<(CommitResult Result, OpenOutcome? Decided)> TryOpenAsync(NewPurchase purchase, CancellationToken cancellationToken, OrderId? orderId = null)
    {
        Validate(purchase);
        cancellationToken.ThrowIfCancellationRequested();
        var purchaseId = purchase.PurchaseId ?? context.Runtime.NewPurchaseId();
        var now = await context.Ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        OpenOutcome? outcome = null;
        var made = orderId ?? context.Runtime.NewOrderId();
        var result = await commits.RunAsync(
            () => context.Ledger.FindPurchaseAsync(context.Merchant, purchaseId, CancellationToken.None),
            async existing =>
            {
                outcome = null;
                if (existing is null)
                    return First(purchase, purchaseId, made, now);
                (outcome, var commit) = await NextAsync(existing, Reprice(existing.Purchase, purchase), made, reuses: orderId is null).ConfigureAwait(false);
                return commit;
            }).ConfigureAwait(false);
        CountOpened(result);
        return (result, outcome);
    }

    public async Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OpenOutcome? outcome = null;
        var made = context.Runtime.NewOrderId();
        var result = await commits.RunAsync(
            () => FindLatestAsync(orderId),
            async latest =>
            {
                (outcome, var commit) = latest is null
                    ? (new OpenOutcome.NotFound(orderId), null)
                    : await NextAsync(latest, latest.Purchase, made, reuses: false).ConfigureAwait(false);
                return commit;
            }).ConfigureAwait(false);
        CountOpened(result);
        return Outcome(result, outcome);
    }

    private void CountOpened(CommitResult result)
    {
        if (result.End == CommitEnd.Written)
            Telemetry.CountOpened(context.Merchant, isFirst: result.Commit!.Purchase.AttemptCount == 1);
    }

    private static OpenOutcome Outcome(CommitResult result, OpenOutcome? decided) => result.End switch
    {
        CommitEnd.Written => new OpenOutcome.Opened(OrderProjection.Show(result.Commit!.Purchase, result.Commit.Moves[^1].Attempt)),
        CommitEnd.Decided => decided!,
        _ => throw result.Failure ?? new LedgerException("The ledger could not store this purchase; nothing was opened.") { NothingWritten = true },
    };

    private async ValueTask<AttemptSnapshot?> FindLatestAsync(OrderId orderId)
    {
        var entry = await context.FindAsync(orderId).ConfigureAwait(false);
        return entry is null || entry.Purchase.LatestAttempt == orderId
            ? entry
            : await context.FindAsync(entry.Purchase.LatestAttempt).ConfigureAwait(false);
    }

    private LedgerCommit First(NewPurchase wanted, PurchaseId purchaseId, OrderId orderId, DateTimeOffset now)
    {
        var purchase = new Purchase
        {
            Merchant = context.Merchant,
            PurchaseId = purchaseId,
            Amount = wanted.Amount,
            OrderName = wanted.OrderName,
            OrderNumber = wanted.OrderNumber,
            CustomerKey = wanted.CustomerKey,
            ResultPage = wanted.ResultPage,
            LatestAttempt = orderId,
            AttemptCount = 1,
            TestMode = context.Settings.Current.TestMode,
            OpenedAt = now,
        };
        return AttemptMoves.Open(purchase, NewAttempt(purchase, now));
    }

    private async Task<(OpenOutcome? Outcome, LedgerCommit? Commit)> NextAsync(AttemptSnapshot latest, Purchase wanted, OrderId orderId, bool reuses)
    {
        if (latest.Purchase.LiveAttempt is { } live)
        {
            var blocking = await context.FindAsync(live).ConfigureAwait(false);
            return (new OpenOutcome.NotOpen(OrderProjection.Show(blocking ?? latest)), null);
        }

        // A late approval at the old price would pay for the changed purchase, so the price cannot change after an attempt was sent.
        if (latest.Purchase.WasSent && wanted.Amount != latest.Purchase.Amount)
            return (new OpenOutcome.NotOpen(OrderProjection.Show(latest)), null);
        // Another name, order number or customer is ignored. A missing order number can be added, and the result page can change.
        if (latest.Purchase.WasSent)
            wanted = latest.Purchase with { ResultPage = wanted.ResultPage, OrderNumber = latest.Purchase.OrderNumber ?? wanted.OrderNumber };
        var isSame = wanted.Amount == latest.Purchase.Amount && wanted.OrderName == latest.Purchase.OrderName
            && wanted.OrderNumber == latest.Purchase.OrderNumber && wanted.CustomerKey == latest.Purchase.CustomerKey;
        if (latest.Attempt.OrderId == orderId)
            return (new OpenOutcome.Opened(OrderProjection.Show(latest)), null);
        if (isSame && reuses && latest.Attempt.State == AttemptState.Created && latest.Now < latest.Attempt.OpenedAt + SameAttempt)
            return (new OpenOutcome.Opened(OrderProjection.Show(latest)), null);
        var purchase = wanted with { LatestAttempt = orderId, AttemptCount = latest.Purchase.AttemptCount + 1 };
        return (null, AttemptMoves.OpenNext(latest, purchase, NewAttempt(purchase, latest.Now)));
    }

    private static Attempt NewAttempt(Purchase purchase, DateTimeOffset now) => new()
    {
        Merchant = purchase.Merchant,
        OrderId = purchase.LatestAttempt,
        PurchaseId = purchase.PurchaseId,
        Number = purchase.AttemptCount,
        State = AttemptState.Created,
        Amount = purchase.Amount,
        OpenedAt = now,
        ChangedAt = now,
    };

    private static Purchase Reprice(Purchase purchase, NewPurchase wanted) => purchase with
    {
        Amount = wanted.Amount,
        OrderName = wanted.OrderName,
        OrderNumber = wanted.OrderNumber ?? purchase.OrderNumber,
        CustomerKey = wanted.CustomerKey ?? purchase.CustomerKey,
        ResultPage = wanted.ResultPage ?? purchase.ResultPage,
    };

    private static void Validate(NewPurchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        if (purchase.Amount.Value <= 0)
            throw new ArgumentException($"The amount of a purchase must be more than 0; this one is {purchase.Amount}.", nameof(purchase));
        if (!WireAmount.IsPossible(purchase.Amount.Value) || purchase.Amount.Currency.Value is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper))
            throw new ArgumentException("The amount of a purchase must have at most 15 digits before the point, and a currency of three capital letters such as KRW.", nameof(purchase));
        CheckIds(purchase);
        CheckTexts(purchase);
    }

    // An id that a shop reads from a body is kept as it was received, so it is validated before it is stored.
    private static void CheckIds(NewPurchase purchase)
    {
        if (purchase.PurchaseId is { Value.Length: 0 })
            throw new ArgumentException("The purchase id is empty. Pass the shop's own id, or null to have one created.", nameof(purchase));
        if (purchase.CustomerKey is { } buyer && !CustomerKey.TryParse(buyer.Value, out _, out var fault))
            throw new ArgumentException($"{fault} Leave it out (null) for an anonymous buyer.", nameof(purchase));
    }

    private static void CheckTexts(NewPurchase purchase)
    {
        if (!StorableText.IsReadable(purchase.OrderName, 100))
            throw new ArgumentException("An order name must have 1 to 100 characters and no control characters or unpaired surrogates.", nameof(purchase));
        if (purchase.OrderNumber is { } number && !StorableText.IsReadable(number, 64))
            throw new ArgumentException("An order number must have 1 to 64 characters and no control characters or unpaired surrogates. Pass null when the shop has none.", nameof(purchase));
        if (purchase.ResultPage is { } page && !StorableText.IsReadable(page, LongestPage))
            throw new ArgumentException($"A result page must have 1 to {LongestPage} characters and no control characters or unpaired surrogates. Pass null to use the configured one.", nameof(purchase));
    }
}
