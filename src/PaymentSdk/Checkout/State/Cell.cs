namespace PaymentSdk.Checkout.State;

/// <summary>
/// One cell of the state matrix: the state of an attempt, the observation, the facts of its row, and the kind of the other attempt that
/// blocks its purchase. <see cref="TransitionTable.Decide"/> has one answer for each cell.
/// </summary>
internal readonly record struct Cell(AttemptState State, Seen Seen, bool ReversalRequested, bool IsDuplicate, bool LateApproval, OtherAttempt Other);

/// <summary>The finding about a payment, after <see cref="MonotoneObservations"/> has removed what would move backwards.</summary>
internal enum Seen
{
    /// <summary>Nothing about money: no answer, an error, or an answer that cannot follow a payment that was seen DONE.</summary>
    Nothing,

    /// <summary>Surely nothing was sent.</summary>
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

    /// <summary>WAITING_FOR_DEPOSIT. For a payment that was seen DONE: the deposit was returned, and a second query agreed.</summary>
    AwaitingDeposit,

    /// <summary>DONE.</summary>
    Approved,

    /// <summary>PARTIAL_CANCELED with a balance left.</summary>
    PartlyCanceled,

    /// <summary>CANCELED, or no balance left.</summary>
    Canceled,

    /// <summary>The payment has the attempt's payment key and another amount or currency, and it is approved or awaits a deposit.</summary>
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

    /// <summary>PartlyCanceled; event <c>partly-canceled</c> when more was cancelled than before.</summary>
    PartlyCancel,

    /// <summary>Approved again, because a cancel was aborted; no event.</summary>
    Restore,

    /// <summary>AwaitingDeposit again, because the deposit was returned; event <c>deposit-reversed</c>.</summary>
    ReturnDeposit,

    /// <summary>Canceled; event <c>canceled</c>.</summary>
    Cancel,

    /// <summary>Canceled; no event, because the shop never received one about money of this attempt.</summary>
    CancelQuietly,

    /// <summary>Reversing: the payment is to be cancelled in full; no event.</summary>
    Reverse,

    /// <summary>DuplicatePayment: the payment is to be cancelled in full; no event.</summary>
    MarkDuplicate,

    /// <summary>The late approval is stored as a fact and waits for the other attempt; no event.</summary>
    WaitForOther,

    /// <summary>NeedsAttention; event <c>needs-attention</c>.</summary>
    Attend,
}
