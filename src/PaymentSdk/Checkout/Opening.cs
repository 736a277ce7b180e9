namespace PaymentSdk.Checkout;

/// <summary>Opens purchases and their next attempts (money.md §1).</summary>
internal sealed class Opening(CheckoutContext context)
{
    /// <param name="purchase">What the buyer owes for.</param>
    /// <param name="cancellationToken">Ends the reading and writing.</param>
    /// <param name="orderId">The order id of the attempt; null makes one.</param>
    public async Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken, OrderId? orderId = null)
    {
        Validate(purchase);
        var purchaseId = purchase.PurchaseId ?? PurchaseId.New();
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var existing = await context.Ledger.FindPurchaseAsync(context.Merchant, purchaseId, cancellationToken).ConfigureAwait(false);
            var outcome = existing is null
                ? await OpenFirstAsync(purchase, purchaseId, orderId ?? OrderId.New(), cancellationToken).ConfigureAwait(false)
                : await OpenNextAsync(existing, Reprice(existing.Purchase, purchase), orderId ?? OrderId.New(), cancellationToken).ConfigureAwait(false);
            if (outcome is not null)
                return outcome;
        }

        throw StaleCommits.Endless();
    }

    public async Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var entry = await context.Ledger.FindAsync(context.Merchant, orderId, cancellationToken).ConfigureAwait(false);
            if (entry is null)
                return new OpenOutcome.NotFound(orderId);
            if (entry.Purchase.LatestAttempt != orderId)
                entry = await context.Ledger.FindAsync(context.Merchant, entry.Purchase.LatestAttempt, cancellationToken).ConfigureAwait(false);
            if (entry is not null && await OpenNextAsync(entry, entry.Purchase, OrderId.New(), cancellationToken).ConfigureAwait(false) is { } outcome)
                return outcome;
        }

        throw StaleCommits.Endless();
    }

    /// <summary>Null when somebody else was faster: read again.</summary>
    private async Task<OpenOutcome?> OpenFirstAsync(NewPurchase wanted, PurchaseId purchaseId, OrderId orderId, CancellationToken cancellationToken)
    {
        var now = await context.Ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        var purchase = new Purchase
        {
            Merchant = context.Merchant,
            PurchaseId = purchaseId,
            Amount = wanted.Amount,
            OrderName = wanted.OrderName,
            CustomerKey = wanted.CustomerKey,
            ResultPage = wanted.ResultPage,
            LatestAttempt = orderId,
            AttemptCount = 1,
            TestMode = context.Settings.Current.TestMode,
            OpenedAt = now,
        };
        return await CommitAsync(AttemptMoves.Open(purchase, NewAttempt(purchase, now)), cancellationToken).ConfigureAwait(false);
    }

    private async Task<OpenOutcome?> OpenNextAsync(LedgerEntry latest, Purchase wanted, OrderId orderId, CancellationToken cancellationToken)
    {
        if (latest.Purchase.LiveAttempt is { } live)
        {
            var blocking = await context.Ledger.FindAsync(context.Merchant, live, cancellationToken).ConfigureAwait(false);
            return new OpenOutcome.NotOpen(Orders.Show(blocking ?? latest));
        }

        var purchase = wanted with { LatestAttempt = orderId, AttemptCount = latest.Purchase.AttemptCount + 1 };
        var commit = AttemptMoves.OpenNext(latest, purchase, NewAttempt(purchase, latest.Now));
        return await CommitAsync(commit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OpenOutcome?> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken)
    {
        var result = await context.Ledger.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        return result == LedgerCommitResult.Committed
            ? new OpenOutcome.Opened(Orders.Show(commit.Purchase, commit.Moves[^1].Attempt))
            : null;
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

    /// <summary>A purchase that nothing was sent for may be priced anew: the basket has changed.</summary>
    private static Purchase Reprice(Purchase purchase, NewPurchase wanted) => purchase with
    {
        Amount = wanted.Amount,
        OrderName = wanted.OrderName,
        CustomerKey = wanted.CustomerKey ?? purchase.CustomerKey,
        ResultPage = wanted.ResultPage ?? purchase.ResultPage,
    };

    private static void Validate(NewPurchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        if (purchase.Amount.Value <= 0)
            throw new ArgumentException($"The amount of a purchase is more than 0; this one is {purchase.Amount}.", nameof(purchase));
        if (purchase.OrderName is not { Length: >= 1 and <= 100 } || string.IsNullOrWhiteSpace(purchase.OrderName))
            throw new ArgumentException("An order name has 1 to 100 characters.", nameof(purchase));
    }
}
