using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>The rules of the states of a refund (docs/spec/money.md §6).</summary>
internal static class RefundStates
{
    /// <summary>A 500 may be permanent, and it may last a quarter of an hour.</summary>
    public static readonly TimeSpan AttentionAfter = TimeSpan.FromMinutes(30);

    /// <summary>How long a key is sent again before answers that leave the refund open count as replays.</summary>
    public static readonly TimeSpan KeyWornAfter = TimeSpan.FromMinutes(15);

    /// <summary>A refund is sent under so many idempotency keys at most.</summary>
    public const int MostKeys = 3;

    /// <summary>Ids that begin so are made by the SDK; a caller cannot use them.</summary>
    public const string ReservedPrefix = "sdk-";

    /// <summary>Whether recovery still has to look after it.</summary>
    public static bool IsOpen(RefundProgress state) => state is RefundProgress.Requested or RefundProgress.Sent or RefundProgress.Unknown or RefundProgress.Pending;

    /// <summary>Whether its outcome has stayed open for so long that an operator is told.</summary>
    public static bool IsStuck(RefundRecord refund) => IsOpen(refund.State) && refund.AnsweredCount >= RefundRecord.AnswersBeforeAttention;

    /// <summary>Whether an operator has to decide about it.</summary>
    public static bool NeedsOperator(RefundRecord refund) => refund.State == RefundProgress.PayoutFailed || IsStuck(refund);

    /// <summary>Whether the SDK made it, for a reversal or a duplicate payment; no caller asked for it by an id of its own.</summary>
    public static bool IsOurs(RefundRecord refund) => refund.RefundId.Value.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    /// <summary>Whether it may be sent, or sent again: under its key, or under a new key when the old one is consumed and surely did nothing.</summary>
    public static bool MaySend(RefundRecord refund, DateTimeOffset now) => refund.State switch
    {
        // The account of a virtual account's refund is not kept: it is sent once, by the call that brought it.
        _ when refund.NeedsAccount => false,
        RefundProgress.Requested => true,
        RefundProgress.Sent or RefundProgress.Unknown => !refund.QueryOnly && (refund.FirstSentAt is not { } first || now < first + Schedule.KeyLives),
        _ => false,
    };
}
