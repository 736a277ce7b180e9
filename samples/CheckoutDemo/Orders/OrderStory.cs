using PaymentSdk.Ledger;

namespace CheckoutDemo.Orders;

/// <summary>Converts the journal of an order to the steps that its buyer may see, without evidence, names or keys.</summary>
internal static class OrderStory
{
    /// <summary>Returns the steps in order. Omits rows that add nothing new for the buyer.</summary>
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
