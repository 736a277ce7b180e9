namespace PaymentSdk.Checkout;

/// <summary>The rules of the states of an attempt (money.md §1 and §2): which move is legal, what blocks, what the outside sees.</summary>
internal static class AttemptStates
{
    /// <summary>Whether an attempt may go from one state to another.</summary>
    public static bool MayMove(AttemptState from, AttemptState to) => from switch
    {
        AttemptState.Created => to is AttemptState.Confirming or AttemptState.Superseded or AttemptState.Expired,
        AttemptState.Confirming => to is AttemptState.Unknown || MaySettle(to),
        AttemptState.Unknown => to is AttemptState.Confirming || MaySettle(to),
        AttemptState.AwaitingDeposit => to is AttemptState.Approved or AttemptState.Expired or AttemptState.Canceled or AttemptState.TakingBack,
        AttemptState.Approved => to is AttemptState.PartlyCanceled or AttemptState.Canceled or AttemptState.AwaitingDeposit or AttemptState.TakingBack,
        AttemptState.PartlyCanceled => to is AttemptState.PartlyCanceled or AttemptState.Canceled or AttemptState.TakingBack,
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded =>
            to is AttemptState.Approved or AttemptState.Surplus,
        AttemptState.TakingBack or AttemptState.Surplus => to is AttemptState.Canceled or AttemptState.NeedsAttention,
        AttemptState.Mismatch or AttemptState.NeedsAttention => from != to,
        _ => false,
    };

    /// <summary>Whether the attempt keeps its purchase from being paid through another one.</summary>
    public static bool Blocks(Attempt attempt) => attempt.State switch
    {
        AttemptState.Created or AttemptState.Superseded or AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent => false,
        // A virtual account that was cancelled before any deposit took no money: the purchase may be paid another way.
        AttemptState.Canceled => attempt.ApprovedAt is not null,
        // A surplus stands beside the attempt that blocks; it is never that attempt.
        AttemptState.Surplus => false,
        _ => true,
    };

    /// <summary>Whether the outcome of a confirm is still being looked for.</summary>
    public static bool IsChecking(AttemptState state) => state is AttemptState.Confirming or AttemptState.Unknown;

    /// <summary>Whether it ended without money, as far as is known: only a late truth moves it.</summary>
    public static bool IsClosed(AttemptState state) =>
        state is AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded;

    /// <summary>What the outside sees.</summary>
    public static OrderStatus Outside(AttemptState state) => state switch
    {
        AttemptState.Created => OrderStatus.Open,
        AttemptState.Confirming or AttemptState.Unknown or AttemptState.TakingBack => OrderStatus.Checking,
        AttemptState.AwaitingDeposit => OrderStatus.AwaitingDeposit,
        AttemptState.Approved => OrderStatus.Paid,
        AttemptState.PartlyCanceled => OrderStatus.PartlyCanceled,
        AttemptState.Canceled => OrderStatus.Canceled,
        AttemptState.Declined => OrderStatus.Declined,
        // Never sent and superseded attempts took nothing and are over, like one whose time ran out.
        AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => OrderStatus.Expired,
        _ => OrderStatus.Attention,
    };

    private static bool MaySettle(AttemptState to) => to is AttemptState.Approved or AttemptState.AwaitingDeposit
        or AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Mismatch
        or AttemptState.Canceled or AttemptState.TakingBack or AttemptState.NeedsAttention;
}
