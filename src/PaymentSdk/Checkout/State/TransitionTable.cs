namespace PaymentSdk.Checkout.State;

/// <summary>
/// The transition function, with one answer for every cell. The matrix in <c>docs/spec/money.md §2</c> is the same table, and a test compares the two
/// cell by cell. Has no side effects.
/// </summary>
internal static class TransitionTable
{
    /// <summary>Returns the answer for a cell.</summary>
    public static Answer Decide(Cell cell) => cell switch
    {
        { Seen: Seen.Nothing } or { State: AttemptState.Created } => Answer.Stay,
        { IsDuplicate: true } or { State: AttemptState.DuplicatePayment } => Duplicate(cell),
        { ReversalRequested: true } or { State: AttemptState.Reversing } => Reversal(cell),
        { State: AttemptState.Confirming or AttemptState.Unknown } => Undecided(cell),
        { State: AttemptState.AwaitingDeposit } => Account(cell),
        { State: AttemptState.Approved or AttemptState.PartlyCanceled } => Paid(cell),
        { State: AttemptState.Canceled } => TakesMoney(cell.Seen) || cell.Seen == Seen.Exhausted ? Answer.Attend : Answer.Stay,
        { State: AttemptState.NeedsAttention or AttemptState.Mismatch } => Attention(cell),
        _ => Closed(cell),
    };

    // A duplicate payment is canceled in full, whatever its amount. The only event about it is that an operator is needed.
    private static Answer Duplicate(Cell cell) => (cell.State, cell.Seen) switch
    {
        (AttemptState.Canceled, _) => TakesMoney(cell.Seen) || cell.Seen == Seen.Exhausted ? Answer.Attend : Answer.Stay,
        (_, Seen.Canceled) => Answer.CancelQuietly,
        (AttemptState.DuplicatePayment, Seen.Exhausted) => Answer.Attend,
        _ => Answer.Stay,
    };

    // After a reversal request, nothing makes this attempt a sale: money that is seen is canceled, whatever its amount.
    private static Answer Reversal(Cell cell) => (cell.State, cell.Seen) switch
    {
        (AttemptState.Canceled, Seen.Exhausted) => Answer.Attend,
        (AttemptState.Canceled, _) => TakesMoney(cell.Seen) ? Answer.Reverse : Answer.Stay,
        (_, Seen.Canceled) => cell.Other == OtherAttempt.None && !AttemptStates.IsClosed(cell.State) ? Answer.Cancel : Answer.CancelQuietly,
        (AttemptState.Reversing, Seen.Exhausted) => Answer.Attend,
        (AttemptState.Reversing or AttemptState.NeedsAttention or AttemptState.Mismatch, Seen.NeverCharged) => Answer.Expire,
        (AttemptState.Reversing or AttemptState.NeedsAttention or AttemptState.Mismatch, _) => Answer.Stay,
        _ => TakesMoney(cell.Seen) || cell.Seen == Seen.AwaitingDeposit || !AttemptStates.IsClosed(cell.State) ? Answer.Reverse : Answer.Stay,
    };

    // An undecided attempt normally blocks its purchase. If another attempt blocks it instead, an operator must check both.
    private static Answer Undecided(Cell cell) => cell.Seen switch
    {
        Seen.Approved or Seen.PartlyCanceled => cell.Other == OtherAttempt.None ? Answer.Approve : Answer.Attend,
        Seen.AwaitingDeposit => cell.Other == OtherAttempt.None ? Answer.AwaitDeposit : Answer.Stay,
        Seen.Canceled => Gone(cell),
        Seen.Refused or Seen.Aborted => Answer.Decline,
        Seen.NotSent => cell.State == AttemptState.Confirming ? Answer.EndNotSent : Answer.Stay,
        Seen.OtherAmount => Answer.Mismatch,
        Seen.NeverCharged => Answer.Expire,
        Seen.Exhausted => Answer.Attend,
        _ => Answer.Stay,
    };

    private static Answer Account(Cell cell) => cell.Seen switch
    {
        Seen.Approved or Seen.PartlyCanceled => cell.Other == OtherAttempt.None ? Answer.Approve : Answer.Attend,
        Seen.Canceled => Gone(cell),
        Seen.OtherAmount => Answer.Mismatch,
        Seen.NeverCharged => Answer.Expire,
        Seen.Exhausted => Answer.Attend,
        _ => Answer.Stay,
    };

    private static Answer Paid(Cell cell) => cell.Seen switch
    {
        Seen.PartlyCanceled => Answer.PartlyCancel,
        Seen.Approved => cell.State == AttemptState.PartlyCanceled ? Answer.Restore : Answer.Stay,
        Seen.Canceled => Answer.Cancel,
        Seen.AwaitingDeposit => Answer.ReturnDeposit,
        Seen.OtherAmount or Seen.Exhausted => Answer.Attend,
        _ => Answer.Stay,
    };

    private static Answer Attention(Cell cell) => cell.Seen switch
    {
        Seen.Approved or Seen.PartlyCanceled => Pays(cell, Answer.Approve),
        Seen.AwaitingDeposit => cell.Other == OtherAttempt.None ? Answer.AwaitDeposit : Answer.Stay,
        Seen.Canceled => Gone(cell),
        Seen.Aborted => Answer.Decline,
        Seen.NeverCharged => Answer.Expire,
        Seen.OtherAmount => cell.State == AttemptState.Mismatch ? Answer.Stay : Answer.Mismatch,
        _ => Answer.Stay,
    };

    // Only a payment that is seen later moves Declined, Expired, NotSent and Superseded attempts.
    private static Answer Closed(Cell cell) => cell.Seen switch
    {
        Seen.Approved or Seen.PartlyCanceled => Pays(cell, Answer.ApproveLate),
        Seen.OtherAmount => Answer.Mismatch,
        Seen.Canceled => Answer.CancelQuietly,
        Seen.Exhausted => Answer.Attend,
        _ => Answer.Stay,
    };

    /// <summary>Returns the answer for money that pays the purchase, unless another attempt has paid the purchase or may still pay it.</summary>
    private static Answer Pays(Cell cell, Answer pays) => cell.Other switch
    {
        OtherAttempt.None => pays,
        OtherAttempt.Paid => Answer.MarkDuplicate,
        _ => Answer.WaitForOther,
    };

    private static Answer Gone(Cell cell) => cell.Other == OtherAttempt.None ? Answer.Cancel : Answer.CancelQuietly;

    private static bool TakesMoney(Seen seen) => seen is Seen.Approved or Seen.PartlyCanceled or Seen.OtherAmount;
}

/// <summary>
/// One cell of the state matrix: the state of an attempt, the observation, the facts of its row, and the kind of the other attempt that
/// blocks its purchase. <see cref="TransitionTable.Decide"/> has one answer for each cell.
/// </summary>
internal readonly record struct Cell(AttemptState State, Seen Seen, bool ReversalRequested, bool IsDuplicate, bool LateApproval, OtherAttempt Other);

/// <summary>The finding about a payment, after <see cref="MonotoneObservations"/> has removed what would move the attempt backwards.</summary>
internal enum Seen
{
    /// <summary>
    /// Nothing about money: no answer, an error, or an answer that contradicts an earlier DONE (404, READY, IN_PROGRESS, EXPIRED, ABORTED).
    /// </summary>
    Nothing,

    /// <summary>It is known that nothing was sent.</summary>
    NotSent,

    /// <summary>The first send of the key was refused with a code that requires the buyer to act.</summary>
    Refused,

    /// <summary>The query was answered with 404.</summary>
    NotFound,

    /// <summary>READY or IN_PROGRESS.</summary>
    InProgress,

    /// <summary>EXPIRED.</summary>
    Expired,

    /// <summary>ABORTED.</summary>
    Aborted,

    /// <summary>WAITING_FOR_DEPOSIT. For a payment that was seen as DONE: the deposit was returned, and a second query agreed.</summary>
    AwaitingDeposit,

    /// <summary>DONE.</summary>
    Approved,

    /// <summary>PARTIAL_CANCELED with a balance left.</summary>
    PartlyCanceled,

    /// <summary>CANCELED, or no balance left.</summary>
    Canceled,

    /// <summary>The payment has the attempt's payment key but a different amount or currency, and it is approved or awaits a deposit.</summary>
    OtherAmount,

    /// <summary>Nothing was ever taken. As a rule, the time limit has passed and two queries at least 60 seconds apart agree.</summary>
    NeverCharged,

    /// <summary>The retry schedule has ended, or the intended operation is impossible, and no rule decides about the money.</summary>
    Exhausted,
}

/// <summary>The kind of the attempt that blocks the purchase, if it is not this attempt.</summary>
internal enum OtherAttempt
{
    /// <summary>No other attempt blocks the purchase.</summary>
    None,

    /// <summary>The outcome of the other attempt is open: Confirming, Unknown, Reversing.</summary>
    Undecided,

    /// <summary>The other attempt waits for a deposit.</summary>
    Account,

    /// <summary>The other attempt has paid the purchase: Approved, PartlyCanceled, or Canceled after an approval.</summary>
    Paid,

    /// <summary>The other attempt needs an operator: NeedsAttention, Mismatch.</summary>
    Attention,
}

/// <summary>The decision for a cell.</summary>
internal enum Answer
{
    /// <summary>Nothing moves; the row is queried again on its schedule.</summary>
    Stay,

    /// <summary>Approved; event <c>paid</c>, unless the shop already received it.</summary>
    Approve,

    /// <summary>Approved, seen after the attempt was closed; event <c>paid-late</c>.</summary>
    ApproveLate,

    /// <summary>AwaitingDeposit; event <c>awaiting-deposit</c>.</summary>
    AwaitDeposit,

    /// <summary>Declined; event <c>declined</c>.</summary>
    Decline,

    /// <summary>Expired; event <c>expired</c>.</summary>
    Expire,

    /// <summary>NotSent; no event, because the caller receives the outcome.</summary>
    EndNotSent,

    /// <summary>Mismatch; event <c>needs-attention</c>.</summary>
    Mismatch,

    /// <summary>PartlyCanceled; event <c>partly-canceled</c> when more was canceled than before.</summary>
    PartlyCancel,

    /// <summary>Approved again, because a cancel was aborted; no event.</summary>
    Restore,

    /// <summary>AwaitingDeposit again, because the deposit was returned; event <c>deposit-returned</c>.</summary>
    ReturnDeposit,

    /// <summary>Canceled; event <c>canceled</c>.</summary>
    Cancel,

    /// <summary>Canceled; no event, because the shop has received no event about the money of this attempt.</summary>
    CancelQuietly,

    /// <summary>Reversing: the payment is to be canceled in full; no event.</summary>
    Reverse,

    /// <summary>DuplicatePayment: the payment is to be canceled in full; no event.</summary>
    MarkDuplicate,

    /// <summary>The late approval is stored as a fact and waits for the other attempt; no event.</summary>
    WaitForOther,

    /// <summary>NeedsAttention; event <c>needs-attention</c>.</summary>
    Attend,
}
