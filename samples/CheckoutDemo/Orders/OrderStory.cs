using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>Reads the journal of an order as a story: what its buyer may know, without evidence, names or keys.</summary>
internal static class OrderStory
{
    /// <summary>The steps, in order; rows that tell the buyer nothing new are left out.</summary>
    public static List<StoryStep> Of(IReadOnlyList<JournalEntry> journal)
    {
        var steps = new List<StoryStep>();
        JournalEntry? before = null;
        foreach (var row in journal)
        {
            if (Step(row, before) is { } step && (step.Amount is not null || step.Step != steps.LastOrDefault()?.Step))
                steps.Add(step);
            before = row;
        }
        return steps;
    }

    public static StoryStep? Step(JournalEntry row, JournalEntry? before)
    {
        var word = Word(row, before);
        return word is null ? null : new StoryStep(row.RecordedAt, word, word is "partly-refunded" or "refunded" ? Returned(row, before) : null);
    }

    private static string? Word(JournalEntry row, JournalEntry? before) => row switch
    {
        { From: null } => "opened",
        { To: AttemptState.PartlyCanceled } when Returned(row, before) > 0 => "partly-refunded",
        { Refund: RefundState.Requested or RefundState.Sent } => "refund-asked",
        { Refund: RefundState.Pending } => "refund-on-its-way",
        { Refund: RefundState.PayoutFailed } => "looked-into",
        { From: var from, To: var to } when from == to => null,
        _ => Move(row, before),
    };

    private static string? Move(JournalEntry row, JournalEntry? before) => row.To switch
    {
        AttemptState.Confirming => row.From == AttemptState.Created ? "sent" : null,
        AttemptState.Unknown => "checking",
        AttemptState.Approved when row.From == AttemptState.AwaitingDeposit => "deposited",
        AttemptState.Approved => "paid",
        AttemptState.AwaitingDeposit => row.From == AttemptState.Approved ? "deposit-reversed" : "account-issued",
        AttemptState.Declined => "declined",
        AttemptState.Expired => "expired",
        AttemptState.NotSent => "not-charged",
        AttemptState.Superseded => "replaced",
        AttemptState.TakingBack => "being-taken-back",
        AttemptState.Surplus => "paid-twice",
        AttemptState.Canceled => Returned(row, before) > 0 && row.From != AttemptState.AwaitingDeposit ? "refunded" : "closed",
        _ => "looked-into",
    };

    private static decimal Returned(JournalEntry row, JournalEntry? before) => (before?.Balance ?? 0) - (row.Balance ?? before?.Balance ?? 0);
}
