using PaymentSdk.Diagnostics;

namespace PaymentSdk.Checkout;

/// <summary>The first commit of a confirm: who sends what, under which key, until when (money.md §3.1).</summary>
internal sealed class Intent(CheckoutContext context)
{
    /// <summary>Commits the intent. Without a held attempt nothing is sent and the outcome says why.</summary>
    /// <param name="payment">What came back from the window.</param>
    /// <param name="read">The order as it was just read; it is read again only when it has moved on meanwhile.</param>
    /// <param name="leaseStart">The timestamp before it was read.</param>
    public async Task<(HeldAttempt? Held, ConfirmOutcome? Refused)> CommitAsync(ConfirmPayment payment, LedgerEntry? read, long leaseStart)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            try
            {
                if (stale > 0)
                {
                    leaseStart = context.Time.GetTimestamp();
                    read = await context.Ledger.FindAsync(context.Merchant, payment.OrderId, CancellationToken.None).ConfigureAwait(false);
                }

                var entry = read;
                if (Refuse(entry, payment) is { } refused)
                    return (null, refused);

                var commit = AttemptMoves.Commit(entry!, Prepare(entry!, payment), new Why("confirm", Why.Checkout));
                switch (await TryCommitAsync(entry!, commit).ConfigureAwait(false))
                {
                    case LedgerCommitResult.Committed:
                        return (new HeldAttempt(commit.After(entry!), leaseStart), null);
                    case LedgerCommitResult.PaymentKeyTaken:
                        return (null, new ConfirmOutcome.NotOpen(Orders.Show(entry!)));
                    case null:
                        return (null, Doubt(entry!));
                    default:
                        // Stale: somebody else moved the purchase; look again.
                        continue;
                }
            }
            catch (LedgerException away)
            {
                return (null, Away(payment, away));
            }
        }

        return (null, Away(payment, StaleCommits.Endless()));
    }

    private ConfirmOutcome.NotCharged Away(ConfirmPayment payment, LedgerException away)
    {
        Log.LedgerAway(context.Logger, away);
        return new ConfirmOutcome.NotCharged(payment.OrderId, "The ledger is away; nothing was sent.");
    }

    private static ConfirmOutcome? Refuse(LedgerEntry? entry, ConfirmPayment payment)
    {
        if (entry is null)
            return new ConfirmOutcome.NotFound(payment.OrderId);
        if (entry.Attempt.State == AttemptState.Created)
            return entry.Purchase.LiveAttempt is null ? null : new ConfirmOutcome.NotOpen(Orders.Show(entry));
        return entry.Attempt.PaymentKey == payment.PaymentKey ? Orders.Outcome(entry) : new ConfirmOutcome.NotOpen(Orders.Show(entry));
    }

    private Attempt Prepare(LedgerEntry entry, ConfirmPayment payment)
    {
        var settings = context.Settings.Current;
        var next = HeldAttempt.Send(entry.Attempt, entry.Now) with { PaymentKey = payment.PaymentKey, IdempotencyKey = IdempotencyKey.New() };
        var (url, bodyHash) = Confirms.Describe(settings, entry with { Attempt = next }, Confirms.IsBrandPay(payment));
        return next with
        {
            SecretFingerprint = settings.SecretKey.Fingerprint,
            RequestUrl = url,
            RequestBodyHash = bodyHash,
            Fence = entry.Attempt.Fence + 1,
        };
    }

    /// <summary>Commits; a commit that was not acknowledged is read again. Null when it stays in doubt.</summary>
    /// <exception cref="LedgerException">Surely nothing was written: the disk is full, the file read-only, the server not there.</exception>
    private async Task<LedgerCommitResult?> TryCommitAsync(LedgerEntry entry, LedgerCommit commit)
    {
        try
        {
            return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LedgerException unacknowledged) when (!unacknowledged.NothingWritten)
        {
            Log.CommitInDoubt(context.Logger, unacknowledged, entry.Attempt.OrderId);
        }

        try
        {
            var found = await context.Ledger.FindAsync(context.Merchant, entry.Attempt.OrderId, CancellationToken.None).ConfigureAwait(false);
            if (found?.Attempt.IdempotencyKey == commit.Moves[0].Attempt.IdempotencyKey)
                return LedgerCommitResult.Committed;
            if (found is null)
                return null;
            // Not there yet, but it may still arrive: raising the version makes it come too late, and the loop looks again.
            var fence = AttemptMoves.Commit(found, found.Attempt, new Why("confirm", Why.Checkout));
            await context.Ledger.CommitAsync(fence, CancellationToken.None).ConfigureAwait(false);
            return LedgerCommitResult.Stale;
        }
        catch (LedgerException)
        {
            return null;
        }
    }

    /// <summary>Whether the intent is written is not known: nothing is sent now, and recovery confirms it if it is.</summary>
    private static ConfirmOutcome.Checking Doubt(LedgerEntry entry) =>
        new(Orders.Show(entry) with { Status = OrderStatus.Checking, CanOpenAgain = false });
}
