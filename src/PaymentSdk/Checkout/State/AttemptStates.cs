using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>The rules of attempt states (docs/spec/money.md §1 and §2): legal moves, blocking states, and the public status.</summary>
internal static class AttemptStates
{
    /// <summary>Whether an operator must decide about the attempt.</summary>
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
        // A virtual account that was cancelled before any deposit took no money, so the purchase may be paid through another attempt.
        AttemptState.Canceled => attempt.ApprovedAt is not null && !attempt.IsDuplicate,
        // A duplicate payment never blocks the purchase, not even when it needs an operator, because another attempt paid.
        _ => !attempt.IsDuplicate,
    };

    /// <summary>The currency of what the gateway took: the order's unless the ledger has seen another one.</summary>
    public static Currency BalanceCurrency(Attempt attempt) => attempt.BalanceCurrency ?? attempt.Amount.Currency;

    /// <summary>Whether the outcome of a confirm is still unknown.</summary>
    public static bool IsChecking(AttemptState state) => state is AttemptState.Confirming or AttemptState.Unknown;

    /// <summary>Whether the attempt ended without a charge, as far as is known. Only a payment that is seen later moves it.</summary>
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
        // For the buyer, attempts that were never sent or were superseded are like expired ones: nothing was taken, and they have ended.
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

    /// <summary>Whether the payment is refunded in full, whatever its amount.</summary>
    public static bool GoesBack(Attempt attempt) =>
        attempt.ReversalRequestedAt is not null || attempt.IsDuplicate || attempt.State is AttemptState.Reversing or AttemptState.DuplicatePayment;

    private static bool MayEnd(AttemptState to) => to is AttemptState.Approved or AttemptState.AwaitingDeposit
        or AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Mismatch
        or AttemptState.Canceled or AttemptState.Reversing or AttemptState.NeedsAttention;
}
