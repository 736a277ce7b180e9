using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>A commit without what only describes: the facts about the money are written even when the database refuses a text from outside.</summary>
internal static class StoredFacts
{
    public static LedgerCommit Only(LedgerCommit commit) => commit with
    {
        Moves = [.. commit.Moves.Select(move => move with { Attempt = Only(move.Attempt), Journal = move.Journal is { } row ? row with { Evidence = null } : null })],
        Movements = [.. commit.Movements.Select(line => line with { Method = null, GatewayMerchantId = null })],
    };

    private static Attempt Only(Attempt attempt) => attempt with { Method = null, ReceiptUrl = null, FailureCode = null, Notification = null };
}
