using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout.People;

/// <summary>
/// A person's word on an order that needs attention: held against a fresh query, unless said otherwise, and written with who
/// and why (money.md §8).
/// </summary>
internal sealed class Resolving(CheckoutContext context, Sending sending, Settling settling, TakingBack takingBack)
{
    private const string Cause = "resolved";

    public async Task<ResolveOutcome> ResolveAsync(Resolution word, CancellationToken cancellationToken)
    {
        Validate(word);
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var entry = await context.Ledger.FindAsync(context.Merchant, word.OrderId, cancellationToken).ConfigureAwait(false);
            if (entry is null)
                return new ResolveOutcome.NotFound(word.OrderId);
            if (word.As == ResolutionKind.RefundedByHand)
            {
                if (await RefundedAsync(entry, word, cancellationToken).ConfigureAwait(false) is { } refunded)
                    return refunded;
                continue;
            }

            if (entry.Attempt.State is not (AttemptState.NeedsAttention or AttemptState.Mismatch))
                return new ResolveOutcome.NotNeeded(Orders.Show(entry));
            if (word.As == ResolutionKind.TakeBack)
                return await TakeBackAsync(entry, word, cancellationToken).ConfigureAwait(false);

            var seen = word.WithoutQuery ? Unseen : await sending.QueryAsync(entry.Attempt).ConfigureAwait(false);
            if (!word.WithoutQuery && Contradiction(entry.Attempt, seen, word.As) is { } why)
                return new ResolveOutcome.Contradicted(Orders.Show(entry), why);
            if (await WriteAsync(entry, word, seen).ConfigureAwait(false) is { } resolved)
                return resolved;
        }

        throw StaleCommits.Endless();
    }

    private static Observation Unseen => new() { Fact = ObservedFact.Nothing, ByQuery = false };

    /// <summary>Why the gateway's word is against the person's; null when it is not.</summary>
    private static string? Contradiction(Attempt attempt, Observation seen, ResolutionKind wanted)
    {
        var shown = seen.Evidence ?? "no answer";
        if (seen.Fact == ObservedFact.Nothing)
            return $"The gateway could not be asked ({shown}). Try again, or say that it is to be settled without a query.";
        var isPaid = seen.Fact is ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.AwaitingDeposit;
        return wanted switch
        {
            ResolutionKind.Approved when !isPaid => $"The gateway does not show this amount as paid: {shown}.",
            ResolutionKind.NotCharged when isPaid || seen.Fact == ObservedFact.Mismatch => $"The gateway shows that money was taken: {shown}. Resolve it as approved, accept-amount or take-back.",
            ResolutionKind.AcceptAmount when attempt.State != AttemptState.Mismatch || seen.Fact != ObservedFact.Mismatch => $"The gateway does not show another amount: {shown}.",
            _ => null,
        };
    }

    /// <summary>Writes the person's word; null when somebody else moved the order meanwhile.</summary>
    private async Task<ResolveOutcome?> WriteAsync(LedgerEntry entry, Resolution word, Observation seen)
    {
        // What the gateway shows is written first, by the one function that does; the word is needed for what it does not say.
        if (!word.WithoutQuery && word.As == ResolutionKind.Approved && entry.Attempt.OpenRefund is null)
            return new ResolveOutcome.Resolved(Orders.Show(await settling.SettleAsync(entry, seen, word.Who).ConfigureAwait(false)));

        var learnt = Learning.Learn(entry, seen) with { OpenRefund = null, LeaseUntil = null, DueAt = null, Tries = 0, Fence = entry.Attempt.Fence + 1 };
        var (next, happened) = word.As switch
        {
            ResolutionKind.NotCharged => (learnt with { State = AttemptState.Expired, DueAt = Schedule.Recheck(entry.Now, 0) }, OrderEventType.Expired),
            ResolutionKind.AcceptAmount => (learnt with { State = AttemptState.Approved, Amount = Shown(seen) ?? entry.Attempt.Amount }, OrderEventType.Paid),
            _ => (learnt with { State = AttemptState.Approved }, OrderEventType.Paid),
        };
        var commit = AttemptMoves.Commit(
            entry, next, new Why(Cause, word.Who, word.Why), [happened], lines: MoneyLines.Of(entry with { Attempt = next }, seen.Payment, ObservedFact.Approved));
        return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed
            ? new ResolveOutcome.Resolved(Orders.Show(commit.After(entry)))
            : null;
    }

    private static Money? Shown(Observation seen) =>
        seen.Payment is { TotalAmount: var amount, Currency: { } currency } ? new Money(decimal.Round(amount, currency.Decimals), currency) : null;

    private async Task<ResolveOutcome> TakeBackAsync(LedgerEntry entry, Resolution word, CancellationToken cancellationToken)
    {
        var outcome = await takingBack.TakeBackAsync(new TakeBack { OrderId = word.OrderId, Reason = word.Why, Actor = word.Who }, cancellationToken).ConfigureAwait(false);
        return outcome.Match<ResolveOutcome>(
            takenBack => new ResolveOutcome.Resolved(takenBack.Order),
            checking => new ResolveOutcome.Resolved(checking.Order),
            needsAttention => new ResolveOutcome.Contradicted(needsAttention.Order, "The gateway does not let it be cancelled. Cancel it at the provider's dashboard."),
            unavailable => new ResolveOutcome.Contradicted(Orders.Show(entry), unavailable.Reason),
            notFound => new ResolveOutcome.NotFound(notFound.OrderId));
    }

    /// <summary>The refund that stood still was made by hand; null when somebody else moved the order meanwhile.</summary>
    private async Task<ResolveOutcome?> RefundedAsync(LedgerEntry entry, Resolution word, CancellationToken cancellationToken)
    {
        var refunds = await context.Ledger.ReadRefundsAsync(context.Merchant, word.OrderId, cancellationToken).ConfigureAwait(false);
        var open = refunds.LastOrDefault(refund => refund.State == RefundState.PayoutFailed || refund.CancelId == entry.Attempt.OpenRefund);
        if (open is null)
            return new ResolveOutcome.NotNeeded(Orders.Show(entry));
        var takenBack = entry.Attempt.State is AttemptState.NeedsAttention && open.CancelId == entry.Attempt.OpenRefund;
        var next = entry.Attempt with
        {
            OpenRefund = open.CancelId == entry.Attempt.OpenRefund ? null : entry.Attempt.OpenRefund,
            State = takenBack ? AttemptState.Canceled : entry.Attempt.State,
            Fence = entry.Attempt.Fence + 1,
            LeaseUntil = null,
            DueAt = null,
        };
        var done = open with { State = RefundState.Done, ChangedAt = entry.Now };
        var commit = AttemptMoves.Commit(entry, next, new Why(Cause, word.Who, word.Why), takenBack ? [OrderEventType.Canceled] : [], done);
        return await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed
            ? new ResolveOutcome.Resolved(Orders.Show(commit.After(entry)))
            : null;
    }

    private static void Validate(Resolution word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Who is not { Length: >= 1 and <= 64 } || string.IsNullOrWhiteSpace(word.Who))
            throw new ArgumentException("Who has 1 to 64 characters: the journal says who decided.", nameof(word));
        if (word.Why is not { Length: >= 1 and <= 200 } || string.IsNullOrWhiteSpace(word.Why))
            throw new ArgumentException("Why has 1 to 200 characters: the journal says why.", nameof(word));
    }
}
