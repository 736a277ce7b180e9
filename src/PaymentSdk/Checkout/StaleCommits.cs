namespace PaymentSdk.Checkout;

/// <summary>
/// A commit that somebody else overtook is made again on what is there then. Each time somebody else got on, so that it
/// ends; a ledger that answers <see cref="LedgerCommitResult.Stale"/> for any other reason is treated as one that is away.
/// </summary>
internal static class StaleCommits
{
    /// <summary>More than the callers that can stand at one purchase at once.</summary>
    public const int Most = 200;

    public static LedgerException Endless() =>
        new($"The ledger answered {Most} times that the purchase had moved on. Nothing was written; look at its rows and its journal.");
}
