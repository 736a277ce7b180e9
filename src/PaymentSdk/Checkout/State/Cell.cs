namespace PaymentSdk.Checkout.State;

/// <summary>
/// One cell of the matrix of states: where an attempt stands, what was seen of it, which facts its row carries, and what other
/// attempt of its purchase blocks. <see cref="TransitionTable.Decide"/> has one answer for each.
/// </summary>
internal readonly record struct Cell(AttemptState State, Seen Seen, bool ReversalRequested, bool IsDuplicate, bool LateApproval, OtherAttempt Other);

/// <summary>What was seen of a payment, after <see cref="MonotoneObservations"/> has taken out what would move backwards.</summary>
internal enum Seen
{
    /// <summary>Nothing about the money: no answer, an error, or an answer that says nothing of a payment that was seen DONE.</summary>
    Nothing,

    /// <summary>Surely no send left.</summary>
    NotSent,

    /// <summary>The first send of the key was refused with a code that the buyer must act on.</summary>
    Refused,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>READY or IN_PROGRESS.</summary>
    InProgress,

    /// <summary>EXPIRED.</summary>
    Expired,

    /// <summary>ABORTED.</summary>
    Aborted,

    /// <summary>WAITING_FOR_DEPOSIT; of a payment that was seen DONE: the deposit was returned, and a second query agreed.</summary>
    AwaitingDeposit,

    /// <summary>DONE.</summary>
    Approved,

    /// <summary>PARTIAL_CANCELED with a balance left.</summary>
    PartlyCanceled,

    /// <summary>CANCELED, or no balance left.</summary>
    Canceled,

    /// <summary>Our payment key with another amount or currency than was asked, and money or an account behind it.</summary>
    OtherAmount,

    /// <summary>The time is over and two queries at least 60 seconds apart agree that nothing was ever taken.</summary>
    NeverCharged,

    /// <summary>The schedule is over, or what was wanted cannot be done, and no rule decides the money.</summary>
    Exhausted,
}

/// <summary>The attempt that blocks the purchase, if it is another one.</summary>
internal enum OtherAttempt
{
    /// <summary>None: the purchase is free, or this attempt blocks it itself.</summary>
    None,

    /// <summary>It may still end either way: Confirming, Unknown, Reversing.</summary>
    Undecided,

    /// <summary>It waits for a deposit.</summary>
    Account,

    /// <summary>It has paid the purchase: Approved, PartlyCanceled, or Canceled after an approval.</summary>
    Paid,

    /// <summary>An operator has it: NeedsAttention, Mismatch.</summary>
    Attention,
}

/// <summary>What a cell does.</summary>
internal enum Answer
{
    /// <summary>Nothing moves; the row is asked again on its schedule.</summary>
    Stay,

    /// <summary>Approved; event <c>paid</c> unless the purchase was told so.</summary>
    Approve,

    /// <summary>Approved, found after the attempt was closed; event <c>paid-late</c>.</summary>
    ApproveLate,

    /// <summary>AwaitingDeposit; event <c>awaiting-deposit</c>.</summary>
    AwaitDeposit,

    /// <summary>Declined; event <c>declined</c>.</summary>
    Decline,

    /// <summary>Expired; event <c>expired</c>.</summary>
    Expire,

    /// <summary>NotSent; no event: it is the answer to the caller.</summary>
    EndNotSent,

    /// <summary>Mismatch; event <c>needs-attention</c>.</summary>
    Mismatch,

    /// <summary>PartlyCanceled; event <c>partly-canceled</c> when more was cancelled than before.</summary>
    PartlyCancel,

    /// <summary>Approved again: a cancel of it was aborted; no event.</summary>
    Restore,

    /// <summary>AwaitingDeposit again: the deposit was returned; event <c>deposit-reversed</c>.</summary>
    ReturnDeposit,

    /// <summary>Canceled; event <c>canceled</c>.</summary>
    Cancel,

    /// <summary>Canceled; no event, because the shop was never told that this attempt took money.</summary>
    CancelQuietly,

    /// <summary>Reversing: the money goes back; no event.</summary>
    Reverse,

    /// <summary>DuplicatePayment: the money goes back; no event.</summary>
    MarkDuplicate,

    /// <summary>The late approval is stored as a fact and waits for the other attempt; no event.</summary>
    WaitForOther,

    /// <summary>NeedsAttention; event <c>needs-attention</c>.</summary>
    Attend,
}
