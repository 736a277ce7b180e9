namespace PaymentSdk.Ledger;

/// <summary>
/// One step of an order in plain words, for its buyer and for operators, derived from a row of the journal. It contains no evidence, names or keys. A
/// row that reports nothing new has no step.
/// </summary>
/// <remarks>
/// The words are <c>opened</c>, <c>sent</c>, <c>checking</c>, <c>paid</c>, <c>account-issued</c>, <c>deposited</c>, <c>deposit-returned</c>,
/// <c>paid-late</c>, <c>declined</c>, <c>expired</c>, <c>closed</c>, <c>not-charged</c>, <c>replaced</c>, <c>reversing</c>,
/// <c>duplicate-payment</c>, <c>refund-asked</c>, <c>refund-on-its-way</c>, <c>refund-not-made</c>, <c>partly-refunded</c>, <c>refunded</c> and
/// <c>looked-into</c>. A later version may add words: show an unknown one as <c>looked-into</c>.
/// </remarks>
public sealed record JournalStep
{
    /// <summary>The word for the step, one of the words in the remarks.</summary>
    public required string Word { get; init; }

    /// <summary>
    /// The amount that was refunded in this step, in the currency of the balance (<see cref="Attempt.BalanceCurrency"/>); null when nothing was
    /// refunded.
    /// </summary>
    public decimal? Returned { get; init; }

    /// <summary>Converts a row of the journal into a step.</summary>
    /// <param name="row">The row to convert.</param>
    /// <param name="before">The previous row of the same attempt; null for the first row.</param>
    /// <returns>The step; null when the row reports nothing new.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    public static JournalStep? Of(JournalEntry row, JournalEntry? before)
    {
        ArgumentNullException.ThrowIfNull(row);
        var word = WordOf(row, before);
        return word is null ? null : new JournalStep { Word = word, Returned = word is "partly-refunded" or "refunded" ? WentBack(row, before) : null };
    }

    private static string? WordOf(JournalEntry row, JournalEntry? before) => row switch
    {
        { From: null } => "opened",
        { To: AttemptState.PartlyCanceled } when WentBack(row, before) > 0 => "partly-refunded",
        { Refund: RefundProgress.Requested or RefundProgress.Sent } when row.From == row.To => "refund-asked",
        { Refund: RefundProgress.Pending } => "refund-on-its-way",
        { Refund: RefundProgress.PayoutFailed } => "looked-into",
        { From: var from, To: var to } when from == to => null,
        _ => Move(row, before),
    };

    private static string? Move(JournalEntry row, JournalEntry? before) => row.To switch
    {
        AttemptState.Confirming => row.From == AttemptState.Created ? "sent" : null,
        AttemptState.Unknown => "checking",
        AttemptState.Approved => Approval(row),
        AttemptState.AwaitingDeposit => row.From is AttemptState.Approved or AttemptState.PartlyCanceled ? "deposit-returned" : "account-issued",
        AttemptState.Declined => "declined",
        // The shop reversed the order before anything was sent, so no time ran out.
        AttemptState.Expired => row is { From: AttemptState.Created, Cause: "reverse" } ? "closed" : "expired",
        AttemptState.NotSent => "not-charged",
        AttemptState.Superseded => "replaced",
        AttemptState.Reversing => "reversing",
        AttemptState.DuplicatePayment => "duplicate-payment",
        AttemptState.Canceled => WentBack(row, before) > 0 && row.From != AttemptState.AwaitingDeposit ? "refunded" : "closed",
        _ => "looked-into",
    };

    private static string Approval(JournalEntry row) => row.From switch
    {
        AttemptState.AwaitingDeposit => "deposited",
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => "paid-late",
        AttemptState.PartlyCanceled => "refund-not-made",
        _ => "paid",
    };

    private static decimal WentBack(JournalEntry row, JournalEntry? before) => (before?.Balance ?? 0) - (row.Balance ?? before?.Balance ?? 0);
}
