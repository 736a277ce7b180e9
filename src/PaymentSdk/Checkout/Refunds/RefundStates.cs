namespace PaymentSdk.Checkout.Refunds;

/// <summary>The rules of the states of a refund (money.md §6).</summary>
internal static class RefundStates
{
    /// <summary>After so many looks that changed nothing a person is told.</summary>
    public const int TriesBeforeAttention = 5;

    /// <summary>Whether recovery still has to look after it.</summary>
    public static bool IsOpen(RefundState state) => state is RefundState.Requested or RefundState.Sent or RefundState.Unknown or RefundState.Pending;

    /// <summary>Whether it may be sent (again) under its key: the account of a virtual account's refund is not kept.</summary>
    public static bool MaySend(Refund refund, DateTimeOffset now) =>
        refund.State is RefundState.Requested or RefundState.Sent or RefundState.Unknown
        && !refund.QueryOnly && !refund.NeedsAccount
        && (refund.FirstSentAt is not { } first || now < first + Schedule.KeyLives);
}
