using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>What a commit is called: why its attempt moves, in the product's own word.</summary>
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
