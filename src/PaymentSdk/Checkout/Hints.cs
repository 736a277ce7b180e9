namespace PaymentSdk.Checkout;

/// <summary>
/// A hint is what a webhook claims of a payment (money.md §8). It changes nothing but the time of the next query. The same
/// claim about the same order again causes no further query for a minute: a thousand forgeries cause one.
/// </summary>
internal sealed class Hints(CheckoutContext context, HintBudget budget)
{
    private static readonly TimeSpan SameClaim = TimeSpan.FromMinutes(1);

    /// <summary>No row is queried more often than this, whatever is claimed of it.</summary>
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(5);

    /// <summary>Makes the attempt due. The ledger's failures are the caller's: the webhook is kept and tried again.</summary>
    /// <param name="orderId">The attempt.</param>
    /// <param name="claim">What is claimed, one word of the webhook (a status).</param>
    /// <returns>Whether this claim makes recovery query the payment.</returns>
    public async Task<bool> HintAsync(OrderId orderId, string claim)
    {
        for (var stale = 0; stale < StaleCommits.Most; stale++)
        {
            var entry = await context.Ledger.FindAsync(context.Merchant, orderId, CancellationToken.None).ConfigureAwait(false);
            if (entry is not { Attempt: { PaymentKey: not null } attempt } || IsKnown(attempt, claim, entry.Now))
                return false;

            var due = budget.Next(attempt.LastQueriedAt + AtMostEvery is { } earliest && earliest > entry.Now ? earliest : entry.Now);
            var hinted = attempt with
            {
                Hint = claim,
                HintedAt = entry.Now,
                DueAt = attempt.DueAt is { } planned && planned < due ? planned : due,
            };
            var commit = AttemptMoves.Commit(entry, hinted, new Why("hint", Why.Webhook));
            if (await context.Ledger.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false) == LedgerCommitResult.Committed)
                return true;
        }

        throw StaleCommits.Endless();
    }

    private static bool IsKnown(Attempt attempt, string claim, DateTimeOffset now) =>
        attempt.Hint == claim && attempt.HintedAt is { } first && now < first + SameClaim;
}
