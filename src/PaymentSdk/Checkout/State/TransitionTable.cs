namespace PaymentSdk.Checkout.State;

/// <summary>
/// The transition function, with one answer for every cell. The matrix in <c>docs/spec/money.md §2</c> is the same table, and a test
/// compares the two cell by cell. Pure.
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

    // A duplicate payment is cancelled in full, whatever its amount. The only event about it is that an operator is needed.
    private static Answer Duplicate(Cell cell) => (cell.State, cell.Seen) switch
    {
        (AttemptState.Canceled, _) => TakesMoney(cell.Seen) || cell.Seen == Seen.Exhausted ? Answer.Attend : Answer.Stay,
        (_, Seen.Canceled) => Answer.CancelQuietly,
        (AttemptState.DuplicatePayment, Seen.Exhausted) => Answer.Attend,
        _ => Answer.Stay,
    };

    // After the request nothing makes this attempt a sale: money that is seen is cancelled, whatever its amount.
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

    // Such an attempt blocks its purchase itself. If another one blocks it nevertheless, an operator must check both.
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

    /// <summary>Returns the answer for money that pays the purchase, unless another attempt has paid it or still may.</summary>
    private static Answer Pays(Cell cell, Answer pays) => cell.Other switch
    {
        OtherAttempt.None => pays,
        OtherAttempt.Paid => Answer.MarkDuplicate,
        _ => Answer.WaitForOther,
    };

    private static Answer Gone(Cell cell) => cell.Other == OtherAttempt.None ? Answer.Cancel : Answer.CancelQuietly;

    private static bool TakesMoney(Seen seen) => seen is Seen.Approved or Seen.PartlyCanceled or Seen.OtherAmount;
}
