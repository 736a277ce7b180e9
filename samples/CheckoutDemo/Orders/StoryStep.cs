namespace CheckoutDemo.Orders;

/// <summary>One thing that happened to an order, as its buyer may know it. The page has the words for <paramref name="Step"/>.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Step">What happened, e.g. <c>paid</c>.</param>
/// <param name="Amount">How much went back; null where nothing did.</param>
internal sealed record StoryStep(DateTimeOffset At, string Step, decimal? Amount = null);
