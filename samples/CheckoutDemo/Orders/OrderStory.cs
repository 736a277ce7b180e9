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
            if (JournalStep.Of(row, before) is { } step && (step.Returned is not null || step.Word != steps.LastOrDefault()?.Step))
                steps.Add(new StoryStep(row.RecordedAt, step.Word, step.Returned));
            before = row;
        }
        return steps;
    }
}
