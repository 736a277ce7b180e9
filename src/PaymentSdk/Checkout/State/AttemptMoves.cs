using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>Builds commits: the new values of an attempt and its purchase, with the journal row and the events.</summary>
internal static class AttemptMoves
{
    /// <summary>Opens the first attempt of a new purchase.</summary>
    public static LedgerCommit Open(Purchase purchase, Attempt attempt) => new()
    {
        Purchase = purchase,
        Moves = [Insert(attempt)],
    };

    /// <summary>Opens the next attempt of a purchase. An attempt that was never sent is superseded in the same commit.</summary>
    public static LedgerCommit OpenNext(AttemptSnapshot entry, Purchase purchase, Attempt next)
    {
        if (entry.Attempt.State != AttemptState.Created)
            return new LedgerCommit { Purchase = purchase, Moves = [Insert(next)] };

        var superseded = entry.Attempt with { State = AttemptState.Superseded, ChangedAt = entry.Now, DueAt = null };
        return new LedgerCommit
        {
            Purchase = purchase,
            Moves = [Update(entry, superseded, new MoveReason("superseded", MoveReason.Checkout, next.OrderId.Value)), Insert(next)],
        };
    }

    /// <summary>
    /// Moves one attempt, or changes only its schedule when <paramref name="next"/> has the same state. The commit also updates which attempt
    /// blocks the purchase, and writes the refund. A refund that moves gets a journal row.
    /// </summary>
    /// <exception cref="InvalidOperationException">The move is not legal (docs/spec/money.md §2).</exception>
    public static LedgerCommit Commit(
        AttemptSnapshot entry, Attempt next, MoveReason why, IReadOnlyList<OrderEventType>? happened = null, RefundRecord? refund = null, bool refundMoves = true, IReadOnlyList<MoneyMovement>? lines = null)
    {
        var (purchase, attempt, now) = entry;
        // A closed, canceled, duplicate or reversed attempt never becomes the live attempt of the purchase while another one is.
        var mine = (purchase.LiveAttempt is null && !next.IsDuplicate) || purchase.LiveAttempt == next.OrderId;
        var live = !mine ? purchase.LiveAttempt : AttemptStates.Blocks(next) ? next.OrderId : (OrderId?)null;
        var told = happened ?? [];
        return new LedgerCommit
        {
            Purchase = purchase with
            {
                LiveAttempt = live,
                EventCount = purchase.EventCount + told.Count,
                WasSent = purchase.WasSent || next.FirstSentAt is not null,
                PaidTold = told.Any(IsSale) || (purchase.PaidTold && !told.Any(EndsSale)),
            },
            Moves = [Update(entry, next.State == attempt.State ? next : next with { ChangedAt = now }, why, refundMoves ? refund : null)],
            Events = [.. told.Select((type, place) => Event(purchase, attempt, type, place, now))],
            Refunds = refund is null ? [] : [refund],
            Movements = lines ?? [],
        };
    }

    private static bool IsSale(OrderEventType type) => type is OrderEventType.Paid or OrderEventType.PaidLate;

    /// <summary>Whether the purchase no longer counts as paid for the shop after this event. Its next payment is reported as a sale again.</summary>
    private static bool EndsSale(OrderEventType type) =>
        type is OrderEventType.DepositReturned or OrderEventType.Canceled or OrderEventType.Expired or OrderEventType.Declined;

    /// <summary>Makes another attempt of the purchase due in the same commit, because it waits for what this commit decides.</summary>
    public static LedgerCommit WithDue(this LedgerCommit commit, Attempt waiting, DateTimeOffset now) => commit with
    {
        Moves =
        [
            .. commit.Moves,
            new AttemptMove
            {
                ExpectedState = waiting.State,
                ExpectedFencingToken = waiting.FencingToken,
                Attempt = waiting with { DueAt = now, Lane = RecoveryLane.MoneyBack, RecheckCount = 0 },
            },
        ],
    };

    private static AttemptMove Insert(Attempt attempt)
    {
        var first = attempt with { JournalCount = 1 };
        return new AttemptMove
        {
            ExpectedState = null,
            Attempt = first,
            Journal = Row(first, null, new MoveReason("opened", MoveReason.Checkout), attempt.OpenedAt),
        };
    }

    private static AttemptMove Update(AttemptSnapshot entry, Attempt next, MoveReason why, RefundRecord? refund = null)
    {
        var before = entry.Attempt;
        // A second partial cancel moves PartlyCanceled to itself. The changed balance distinguishes it from a change of schedule.
        var moves = next.State != before.State || next.Balance != before.Balance || next.BalanceCurrency != before.BalanceCurrency || FactsChange(before, next) || refund is not null;
        if (next.State != before.State && !AttemptStates.MayMove(before.State, next.State))
            throw new InvalidOperationException($"An attempt cannot move from {before.State} to {next.State}.");

        next = moves ? next with { JournalCount = before.JournalCount + 1 } : next;
        next = next with { Lane = Schedule.Lane(next, entry.Now) };
        return new AttemptMove
        {
            ExpectedState = before.State,
            ExpectedFencingToken = before.FencingToken,
            Attempt = next,
            Journal = moves ? Row(next, before.State, why, entry.Now) with { RefundId = refund?.RefundId, Refund = refund?.State } : null,
        };
    }

    private static bool FactsChange(Attempt before, Attempt next) =>
        before.ReversalRequestedAt != next.ReversalRequestedAt || before.IsDuplicate != next.IsDuplicate
        || before.LateApprovalAt is null != next.LateApprovalAt is null || before.RefundedByHand != next.RefundedByHand;

    private static JournalEntry Row(Attempt attempt, AttemptState? from, MoveReason why, DateTimeOffset now) => new()
    {
        Merchant = attempt.Merchant,
        PurchaseId = attempt.PurchaseId,
        OrderId = attempt.OrderId,
        Sequence = attempt.JournalCount,
        From = from,
        To = attempt.State,
        Cause = why.Cause,
        Evidence = why.Evidence,
        Actor = why.Actor,
        PaymentKey = attempt.PaymentKey,
        Balance = attempt.Balance,
        FencingToken = attempt.FencingToken,
        GatewayTime = why.GatewayTime,
        RecordedAt = now,
    };

    private static OrderEvent Event(Purchase purchase, Attempt attempt, OrderEventType type, int place, DateTimeOffset now) => new()
    {
        Merchant = purchase.Merchant,
        EventId = EventId(purchase, purchase.EventCount + 1 + place),
        PurchaseId = purchase.PurchaseId,
        OrderId = attempt.OrderId,
        Sequence = purchase.EventCount + 1 + place,
        Type = type,
        TestMode = purchase.TestMode,
        RecordedAt = now,
    };

    /// <summary>Derives the event id from the purchase and the sequence number of the event, so that a repeated commit writes the same id.</summary>
    private static Guid EventId(Purchase purchase, int sequence)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purchase.Merchant}\n{purchase.PurchaseId}\n{sequence}"), hash);
        // UUID version 8 (custom, here a hash), variant 1.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
