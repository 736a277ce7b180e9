using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The name of a commit: the cause of the move of its attempt, as the product names it.</summary>
internal static class CommitName
{
    public static string Of(LedgerCommit commit)
    {
        for (var at = commit.Moves.Count - 1; at >= 0; at--)
        {
            if (commit.Moves[at].Journal is { } line)
                return $"Commit {line.Cause}";
        }

        return "Commit schedule";
    }
}
