using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>Names a commit after the cause in its last journal entry.</summary>
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
