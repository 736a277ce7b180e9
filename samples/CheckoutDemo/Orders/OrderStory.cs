using PaymentSdk;
using PaymentSdk.Ledger;

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
        // The shop reversed it before anything was sent: no time ran out.
        AttemptState.Expired => row is { From: AttemptState.Created, Cause: "reverse" } ? "closed" : "expired",
        AttemptState.NotSent => "not-charged",
        AttemptState.Superseded => "replaced",
        AttemptState.Reversing => "reversing",
        AttemptState.DuplicatePayment => "duplicate-payment",
        AttemptState.Canceled => Returned(row, before) > 0 && row.From != AttemptState.AwaitingDeposit ? "refunded" : "closed",
        _ => "looked-into",
    };

    private static string Approval(JournalEntry row) => row.From switch
    {
        AttemptState.AwaitingDeposit => "deposited",
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => "paid-late",
        AttemptState.PartlyCanceled => "refund-not-made",
        _ => "paid",
    };

    private static decimal Returned(JournalEntry row, JournalEntry? before) => (before?.Balance ?? 0) - (row.Balance ?? before?.Balance ?? 0);
}
