using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>The rules of attempt states (docs/spec/money.md §1 and §2): legal moves, blocking states, and the public status.</summary>
internal static class AttemptStates
{
    /// <summary>Whether an operator must decide what happens to the attempt.</summary>
    public static bool IsAtOperator(AttemptState state) => state is AttemptState.NeedsAttention or AttemptState.Mismatch;

    /// <summary>Returns whether a move from one state to another is legal.</summary>
    public static bool MayMove(AttemptState from, AttemptState to) => from switch
    {
        AttemptState.Created => to is AttemptState.Confirming or AttemptState.Superseded or AttemptState.Expired,
        AttemptState.Confirming => to is AttemptState.Unknown || MayEnd(to),
        AttemptState.Unknown => to is AttemptState.Confirming || MayEnd(to),
        AttemptState.AwaitingDeposit => to is AttemptState.Approved or AttemptState.Expired or AttemptState.Canceled or AttemptState.Reversing
            or AttemptState.Mismatch or AttemptState.NeedsAttention,
        AttemptState.Approved => to is AttemptState.PartlyCanceled or AttemptState.Canceled or AttemptState.AwaitingDeposit or AttemptState.Reversing or AttemptState.NeedsAttention,
        AttemptState.PartlyCanceled => to is AttemptState.PartlyCanceled or AttemptState.Canceled or AttemptState.Approved or AttemptState.AwaitingDeposit
            or AttemptState.Reversing or AttemptState.NeedsAttention,
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => to is AttemptState.Approved
            or AttemptState.DuplicatePayment or AttemptState.Reversing or AttemptState.Canceled or AttemptState.Mismatch or AttemptState.NeedsAttention,
        AttemptState.Reversing => to is AttemptState.Canceled or AttemptState.NeedsAttention or AttemptState.Expired or AttemptState.NotSent,
        AttemptState.DuplicatePayment => to is AttemptState.Canceled or AttemptState.NeedsAttention,
        AttemptState.Mismatch or AttemptState.NeedsAttention => from != to,
        AttemptState.Canceled => to is AttemptState.Reversing or AttemptState.NeedsAttention,
        _ => false,
    };

    /// <summary>Whether the attempt prevents its purchase from being paid through another attempt.</summary>
    public static bool Blocks(Attempt attempt) => attempt.State switch
    {
        AttemptState.Created or AttemptState.Superseded or AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent => false,
        // A virtual account that was canceled before any deposit took no money, so the purchase may be paid through another attempt.
        AttemptState.Canceled => attempt.ApprovedAt is not null && !attempt.IsDuplicate,
        // A duplicate payment never blocks the purchase, not even when it needs an operator, because another attempt paid.
        _ => !attempt.IsDuplicate,
    };

    /// <summary>The currency of what the gateway took: the order's unless the ledger has seen another one.</summary>
    public static Currency BalanceCurrency(Attempt attempt) => attempt.BalanceCurrency ?? attempt.Amount.Currency;

    /// <summary>Whether the outcome of a confirm is still unknown.</summary>
    public static bool IsChecking(AttemptState state) => state is AttemptState.Confirming or AttemptState.Unknown;

    /// <summary>Whether the attempt ended without a known charge. Only a payment that is seen later moves such an attempt.</summary>
    public static bool IsClosed(AttemptState state) =>
        state is AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded;

    /// <summary>Whether the attempt was approved after it was closed, and waits until another attempt of the purchase is decided.</summary>
    public static bool WaitsForOther(Attempt attempt) => attempt.LateApprovalAt is not null && IsClosed(attempt.State);

    /// <summary>Returns the public status. A late approval that waits for another attempt is Checking, whatever the state of its attempt.</summary>
    public static PaymentOrderStatus Outside(Attempt attempt) => WaitsForOther(attempt) ? PaymentOrderStatus.Checking : attempt.State switch
    {
        AttemptState.Created => PaymentOrderStatus.Open,
        AttemptState.Confirming or AttemptState.Unknown or AttemptState.Reversing => PaymentOrderStatus.Checking,
        AttemptState.AwaitingDeposit => PaymentOrderStatus.AwaitingDeposit,
        AttemptState.Approved => PaymentOrderStatus.Paid,
        AttemptState.PartlyCanceled => PaymentOrderStatus.PartlyCanceled,
        AttemptState.Canceled => PaymentOrderStatus.Canceled,
        AttemptState.Declined => PaymentOrderStatus.Declined,
        // To the buyer, attempts that were never sent or were superseded look like expired ones: no money was taken, and they have ended.
        AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => PaymentOrderStatus.Expired,
        _ => PaymentOrderStatus.Attention,
    };

    /// <summary>Returns the kind of a blocking attempt, for the decisions about other attempts of the purchase.</summary>
    public static OtherAttempt AsOther(Attempt attempt) => attempt.State switch
    {
        AttemptState.Confirming or AttemptState.Unknown or AttemptState.Reversing => OtherAttempt.Undecided,
        AttemptState.AwaitingDeposit => OtherAttempt.Account,
        AttemptState.Approved or AttemptState.PartlyCanceled => OtherAttempt.Paid,
        AttemptState.Canceled => Blocks(attempt) ? OtherAttempt.Paid : OtherAttempt.None,
        AttemptState.NeedsAttention or AttemptState.Mismatch => OtherAttempt.Attention,
        _ => OtherAttempt.None,
    };

    /// <summary>Whether the payment must be refunded in full, whatever its amount.</summary>
    public static bool GoesBack(Attempt attempt) =>
        attempt.ReversalRequestedAt is not null || attempt.IsDuplicate || attempt.State is AttemptState.Reversing or AttemptState.DuplicatePayment;

    private static bool MayEnd(AttemptState to) => to is AttemptState.Approved or AttemptState.AwaitingDeposit
        or AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Mismatch
        or AttemptState.Canceled or AttemptState.Reversing or AttemptState.NeedsAttention;
}

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
    /// Moves one attempt, or changes only its schedule when <paramref name="next"/> has the same state. The commit also updates which attempt blocks
    /// the purchase, and writes the refund. A refund that changes its state gets a journal row.
    /// </summary>
    /// <exception cref="InvalidOperationException">The move is not legal (docs/spec/money.md §2).</exception>
    public static LedgerCommit Commit(
        AttemptSnapshot entry, Attempt next, MoveReason why, IReadOnlyList<OrderEventType>? happened = null, RefundRecord? refund = null, bool refundMoves = true, IReadOnlyList<MoneyMovement>? lines = null)
    {
        var (purchase, attempt, now) = entry;
        // An attempt becomes the live attempt of the purchase only if no other attempt is live. A duplicate payment never becomes the live attempt.
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
