using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Checkout;

/// <summary>
/// What an observation does to an attempt: the one function for answers and queries (money.md §2, §4, §5). Pure: it
/// builds the commit, or null when there is nothing to write.
/// </summary>
internal sealed class Settlement
{
    private static readonly TimeSpan ExpiryDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ExpiryAgreement = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan UnansweredRecheck = TimeSpan.FromHours(1);

    private readonly LedgerEntry _entry;
    private readonly Attempt _attempt;
    private readonly Observation _seen;
    private readonly Why _why;
    private readonly TimeSpan _maxDelay;

    private Settlement(LedgerEntry entry, Observation seen, string actor, TimeSpan maxDelay)
    {
        _entry = entry;
        _attempt = Learn(entry, seen);
        _seen = seen;
        _why = new Why(seen.ByQuery ? "query" : "answer", actor, seen.Evidence, seen.Payment?.ApprovedAt);
        _maxDelay = maxDelay;
    }

    public static LedgerCommit? Apply(LedgerEntry entry, Observation seen, string actor, TimeSpan maxDelay) =>
        new Settlement(entry, seen, actor, maxDelay).Apply();

    private LedgerCommit? Apply() => _entry.Attempt.State switch
    {
        AttemptState.Confirming or AttemptState.Unknown or AttemptState.Mismatch or AttemptState.NeedsAttention => ApplyToOpen(),
        AttemptState.AwaitingDeposit => ApplyToDeposit(),
        AttemptState.Approved or AttemptState.PartlyCanceled => ApplyToPaid(),
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => ApplyToClosed(),
        _ => null,
    };

    private LedgerCommit ApplyToOpen() => _seen.Fact switch
    {
        ObservedFact.Approved => Move(AttemptState.Approved, OrderEventType.Paid, null),
        // Approved first, cancelled in part by the next query: two facts, two rows of the journal.
        ObservedFact.PartlyCanceled => Move(AttemptState.Approved, OrderEventType.Paid, _entry.Now),
        ObservedFact.AwaitingDeposit => AwaitDeposit(null),
        ObservedFact.Refused or ObservedFact.Aborted => Close(AttemptState.Declined, OrderEventType.Declined),
        ObservedFact.NotSent when _attempt.State == AttemptState.Confirming => Move(AttemptState.NotSent, null, RecheckOfNotSent()),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        ObservedFact.Mismatch when _attempt.State != AttemptState.Mismatch =>
            Move(AttemptState.Mismatch, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention),
        ObservedFact.Expired or ObservedFact.NotFound => ApplyExpiry(),
        _ => Wait(),
    };

    // A deposit may come after the due date; two days of grace end in Expired, and a later deposit is a late truth.
    private LedgerCommit ApplyToDeposit() => _seen.Fact switch
    {
        ObservedFact.Approved => Move(AttemptState.Approved, OrderEventType.Paid, null),
        ObservedFact.PartlyCanceled => Move(AttemptState.Approved, OrderEventType.Paid, _entry.Now),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        _ when NextDepositQuery() is { } next => Reschedule(next),
        ObservedFact.AwaitingDeposit or ObservedFact.Expired or ObservedFact.Aborted => Close(AttemptState.Expired, OrderEventType.Expired),
        _ => Reschedule(_entry.Now + Schedule.Attention),
    };

    private LedgerCommit? ApplyToPaid() => _seen.Fact switch
    {
        ObservedFact.PartlyCanceled when _attempt.Balance != _entry.Attempt.Balance || _entry.Attempt.State == AttemptState.Approved =>
            Move(AttemptState.PartlyCanceled, OrderEventType.PartlyCanceled, null),
        ObservedFact.Canceled => Move(AttemptState.Canceled, OrderEventType.Canceled, null),
        // A deposit that the bank took back; only a fresh query may move backwards.
        ObservedFact.AwaitingDeposit when _seen.ByQuery && _entry.Attempt.State == AttemptState.Approved =>
            AwaitDeposit(OrderEventType.DepositReversed),
        _ when _entry.Attempt.DueAt is null => null,
        // A look that was not answered is taken again: what was to be learned is still to be learned.
        ObservedFact.Nothing => Reschedule(_entry.Now + _maxDelay),
        _ => Reschedule(null),
    };

    // The late truth (money.md §5): paid after the attempt was closed.
    private LedgerCommit ApplyToClosed() => _seen.Fact switch
    {
        ObservedFact.Approved or ObservedFact.PartlyCanceled => _entry.Purchase.LiveAttempt is null
            ? Move(AttemptState.Approved, OrderEventType.PaidLate, _seen.Fact == ObservedFact.PartlyCanceled ? _entry.Now : null)
            : Move(AttemptState.Surplus, OrderEventType.NeedsAttention, null),
        // Not answered is not looked at: the look is taken again, and the ones after it are still to come.
        ObservedFact.Nothing => Reschedule(_entry.Now + UnansweredRecheck),
        _ => AttemptMoves.Commit(
            _entry,
            _attempt with { Tries = _attempt.Tries + 1, DueAt = Schedule.Recheck(_attempt.ChangedAt, _attempt.Tries + 1), LeaseUntil = null },
            _why),
    };

    private LedgerCommit ApplyExpiry()
    {
        // Two agreeing queries at least a minute apart, the time long over: only then nothing can come any more.
        var since = _attempt.ExpirySeenAt;
        var over = _attempt.LastSendAt is not { } sent || _entry.Now >= sent + ExpiryDelay;
        if (_seen.ByQuery && over && since is { } first && _entry.Now >= first + ExpiryAgreement)
            return Close(AttemptState.Expired, OrderEventType.Expired);
        return Wait(over && _seen.ByQuery ? since ?? _entry.Now : null);
    }

    private LedgerCommit Wait(DateTimeOffset? expirySeenAt = null)
    {
        var since = _attempt.FirstSentAt ?? _attempt.OpenedAt;
        if (_attempt.State is AttemptState.Mismatch or AttemptState.NeedsAttention)
            return Reschedule(_entry.Now + Schedule.Attention, expirySeenAt);
        if (_entry.Now >= since + Schedule.GiveUpAfter)
            return Move(AttemptState.NeedsAttention, OrderEventType.NeedsAttention, _entry.Now + Schedule.Attention);
        var next = _attempt with
        {
            State = AttemptState.Unknown,
            LeaseUntil = null,
            Tries = _attempt.Tries + 1,
            DueAt = Schedule.Next(_entry.Now, _attempt.Tries, _maxDelay, since),
            ExpirySeenAt = expirySeenAt,
        };
        return AttemptMoves.Commit(_entry, next, _why);
    }

    private LedgerCommit Close(AttemptState state, OrderEventType happened) =>
        Move(state, happened, _attempt.FirstSentAt is null ? null : Schedule.Recheck(_entry.Now, 0));

    private LedgerCommit Move(AttemptState state, OrderEventType? happened, DateTimeOffset? dueAt) =>
        AttemptMoves.Commit(_entry, _attempt with { State = state, Tries = 0, DueAt = dueAt, LeaseUntil = null }, _why, happened);

    private LedgerCommit Reschedule(DateTimeOffset? dueAt, DateTimeOffset? expirySeenAt = null) =>
        AttemptMoves.Commit(_entry, _attempt with { DueAt = dueAt, LeaseUntil = null, ExpirySeenAt = expirySeenAt }, _why);

    // An account whose time is over already is looked at at once, and that look closes it.
    private LedgerCommit AwaitDeposit(OrderEventType? happened) =>
        Move(AttemptState.AwaitingDeposit, happened, NextDepositQuery() ?? _entry.Now);

    // Refused keys were an answer, so the request did leave; what never left needs no second look.
    private DateTimeOffset? RecheckOfNotSent() => _seen.StatusCode is null ? null : Schedule.Recheck(_entry.Now, 0);

    private DateTimeOffset? NextDepositQuery() =>
        Schedule.Deposit(_entry.Now, _attempt.DepositAccount?.DueDate, _attempt.OpenedAt);

    /// <summary>What the observation tells beyond its fact.</summary>
    private static Attempt Learn(LedgerEntry entry, Observation seen)
    {
        var attempt = entry.Attempt with
        {
            LastQueriedAt = seen.ByQuery ? entry.Now : entry.Attempt.LastQueriedAt,
            QueryOnly = entry.Attempt.QueryOnly || seen.SpendsKey,
            FailureCode = seen.ConfirmCode ?? entry.Attempt.FailureCode,
        };
        attempt = seen.Payment is { } closed && seen.Fact >= ObservedFact.Expired
            ? attempt with { Method = closed.Method?.Value ?? attempt.Method, FailureCode = closed.Failure?.Code ?? attempt.FailureCode }
            : attempt;
        // A deposit that the bank took back was no approval.
        attempt = seen.Fact == ObservedFact.AwaitingDeposit ? attempt with { ApprovedAt = null } : attempt;
        return seen.Payment is { } payment && seen.Fact >= ObservedFact.AwaitingDeposit ? Learn(attempt, payment) : attempt;
    }

    private static Attempt Learn(Attempt attempt, Payment payment) => attempt with
    {
        Balance = payment.BalanceAmount ?? attempt.Balance,
        CancelCount = payment.Cancels?.Count ?? attempt.CancelCount,
        ApprovedAt = payment.ApprovedAt ?? attempt.ApprovedAt,
        ReceiptUrl = payment.Receipt?.Url ?? attempt.ReceiptUrl,
        LastTransactionKey = payment.LastTransactionKey ?? attempt.LastTransactionKey,
        DepositSecretHash = payment.Secret is { } secret
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
            : attempt.DepositSecretHash,
        DepositAccount = payment.VirtualAccount is { AccountNumber: { } number } account
            ? new DepositAccount { BankCode = account.BankCode?.Value ?? account.Bank ?? "", AccountNumber = number, DueDate = account.DueDate }
            : attempt.DepositAccount,
    };
}
