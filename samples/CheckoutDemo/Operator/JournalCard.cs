using CheckoutDemo.Orders;
using PaymentSdk.Ledger;

namespace CheckoutDemo.Operator;

/// <summary>A row of the journal: in plain words where it has some, and what it was seen by.</summary>
internal sealed record JournalCard(
    DateTimeOffset At, string? Step, decimal? Amount, string? From, string To, string Cause, string Actor, string? Evidence, string? Refund, string? RefundState)
{
    public static JournalCard Of(JournalEntry row, JournalEntry? before)
    {
        var step = OrderStory.Step(row, before);
        return new(
            row.RecordedAt, step?.Step, step?.Amount, row.From?.ToString(), row.To.ToString(), row.Cause, row.Actor, row.Evidence,
            row.RefundId?.Value, row.Refund?.ToString());
    }
}
