using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>The rules of the states of a refund (docs/spec/money.md §6).</summary>
internal static class RefundStates
{
    /// <summary>The minimum time before an open refund needs an operator. A 500 may be permanent, but it may also end after 15 minutes.</summary>
    public static readonly TimeSpan AttentionAfter = TimeSpan.FromMinutes(30);

    /// <summary>How long after its first send a refund must be open before an answer that leaves it open counts as a replay.</summary>
    public static readonly TimeSpan KeyWornAfter = TimeSpan.FromMinutes(15);

    /// <summary>The maximum number of idempotency keys under which a refund is sent.</summary>
    public const int MostKeys = 3;

    /// <summary>The prefix of the ids that the SDK creates. A caller cannot use it.</summary>
    public const string ReservedPrefix = "sdk-";

    /// <summary>Returns whether recovery still has to work on the refund.</summary>
    public static bool IsOpen(RefundProgress state) => state is RefundProgress.Requested or RefundProgress.Sent or RefundProgress.Unknown or RefundProgress.Pending;

    /// <summary>Returns whether the outcome has been open for so long that an operator is notified.</summary>
    public static bool IsStuck(RefundRecord refund) => IsOpen(refund.State) && refund.AnsweredCount >= RefundRecord.AnswersBeforeAttention;

    /// <summary>Returns whether an operator must decide about the refund.</summary>
    public static bool NeedsOperator(RefundRecord refund) => refund.State == RefundProgress.PayoutFailed || IsStuck(refund);

    /// <summary>Returns whether the SDK created the refund, for a reversal or a duplicate payment.</summary>
    public static bool IsOurs(RefundRecord refund) => refund.RefundId.Value.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Returns whether the cancel may be sent, or sent again: under its key, or under a new one if the old key is spent and is known to have had
    /// no effect.
    /// </summary>
    public static bool MaySend(RefundRecord refund, DateTimeOffset now) => refund.State switch
    {
        // The buyer's account for the refund of a virtual account payment is not stored, so only the call that received it can send it.
        _ when refund.NeedsAccount => false,
        RefundProgress.Requested => true,
        RefundProgress.Sent or RefundProgress.Unknown => !refund.QueryOnly && (refund.FirstSentAt is not { } first || now < first + Schedule.KeyLives),
        _ => false,
    };
}
