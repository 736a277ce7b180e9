using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout.Charges;

/// <summary>
/// Charges without a window in the same three steps (money.md §7): commit the intent, call, commit the outcome. These are the
/// calls that charge twice when they are repeated, and no webhook tells of them: once it may have been sent, a charge is only
/// looked up, by its order id, and never sent again.
/// </summary>
internal sealed class Charging(CheckoutContext context, Opening opening, ChargeSending sending, Settling settling, RunningCalls running)
{
    public async Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken)
    {
        Validate(charge);
        var orderId = ChargeOrders.OrderId(context.Merchant, charge.ChargeId);
        var outcome = running.Join((orderId, nameof(Charge)), () => RunAsync(charge, orderId));
        try
        {
            return await outcome.WaitAsync(charge.Wait, context.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new ConfirmOutcome.Checking(Asked(charge, orderId));
        }
    }

    private async Task<ConfirmOutcome> RunAsync(Charge charge, OrderId orderId)
    {
        using var scope = Log.OrderScope(context.Logger, context.Merchant, orderId);
        try
        {
            var (held, answer) = await BeginAsync(charge, orderId).ConfigureAwait(false);
            if (held is null)
                return answer!;
            var seen = await sending.SendAsync(held, charge).ConfigureAwait(false);
            return Orders.Outcome(await settling.SettleAsync(held.Entry, seen, Why.Checkout).ConfigureAwait(false));
        }
        catch (LedgerException away)
        {
            Log.LedgerAway(context.Logger, away);
            return new ConfirmOutcome.NotCharged(orderId, "The ledger is away; nothing was sent.");
        }
    }

    /// <summary>Opens the order of the charge and commits the intent. Without a held attempt nothing is sent, and the outcome says why.</summary>
    private async Task<(HeldAttempt? Held, ConfirmOutcome? Answer)> BeginAsync(Charge charge, OrderId orderId)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var leaseStart = context.Time.GetTimestamp();
            var entry = await context.Ledger.FindAsync(context.Merchant, orderId, CancellationToken.None).ConfigureAwait(false);
            if (entry is null)
            {
                if (await OpenAsync(charge, orderId).ConfigureAwait(false) is { } live)
                    return (null, new ConfirmOutcome.NotOpen(live));
                continue;
            }

            if (entry.Attempt.Amount != charge.Amount)
                return (null, new ConfirmOutcome.AmountMismatch(Orders.Show(entry)));
            if (entry.Attempt.State != AttemptState.Created)
                return (null, Orders.Outcome(entry));
            if (entry.Purchase.LiveAttempt is not null)
                return (null, new ConfirmOutcome.NotOpen(Orders.Show(entry)));

            var commit = AttemptMoves.Commit(entry, Prepare(entry), new Why("charge", Why.Checkout));
            switch (await TryCommitAsync(commit).ConfigureAwait(false))
            {
                case LedgerCommitResult.Committed:
                    return (new HeldAttempt(commit.After(entry), leaseStart), null);
                case null:
                    // It may be there: recovery then finds that nothing was charged, and this charge id is used up.
                    return (null, new ConfirmOutcome.Checking(Asked(charge, orderId)));
                default:
                    continue;
            }
        }

        throw StaleCommits.Endless();
    }

    private async Task<Order?> OpenAsync(Charge charge, OrderId orderId)
    {
        var purchase = new NewPurchase
        {
            PurchaseId = charge.PurchaseId ?? ChargeOrders.PurchaseId(context.Merchant, charge.ChargeId),
            Amount = charge.Amount,
            OrderName = charge.OrderName,
            CustomerKey = (charge as BillingCharge)?.CustomerKey,
        };
        var opened = await opening.OpenAsync(purchase, CancellationToken.None, orderId).ConfigureAwait(false);
        return opened is OpenOutcome.NotOpen { Live: var live } ? live : null;
    }

    /// <summary>A charge is never sent twice, so its key is spent from the start; of its body nothing is kept, not even a hash: a card number could be guessed from it.</summary>
    private Attempt Prepare(LedgerEntry entry)
    {
        var settings = context.Settings.Current;
        return HeldAttempt.Send(entry.Attempt, entry.Now) with
        {
            IdempotencyKey = IdempotencyKey.New(),
            SecretFingerprint = settings.SecretKey.Fingerprint,
            RequestUrl = settings.ApiBaseAddress.AbsoluteUri,
            QueryOnly = true,
            Fence = entry.Attempt.Fence + 1,
        };
    }

    private async Task<LedgerCommitResult?> TryCommitAsync(LedgerCommit commit)
    {
        try
        {
            return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LedgerException unacknowledged)
        {
            Log.CommitInDoubt(context.Logger, unacknowledged, commit.Moves[0].Attempt.OrderId);
            return null;
        }
    }

    private static Order Asked(Charge charge, OrderId orderId) => new()
    {
        OrderId = orderId,
        PurchaseId = charge.PurchaseId ?? PurchaseId.Parse(orderId.Value),
        Status = OrderStatus.Checking,
        Amount = charge.Amount,
        OrderName = charge.OrderName,
    };

    private static void Validate(Charge charge)
    {
        ArgumentNullException.ThrowIfNull(charge);
        if (charge.ChargeId.Value.Length == 0)
            throw new ArgumentException("The charge id is empty. Give each charge an id of its own: with the same id it is never charged twice.", nameof(charge));
    }
}
