namespace CheckoutDemo.Orders;

/// <summary>One step of an order that its buyer may see. The page has the text for <paramref name="Step"/>.</summary>
/// <param name="At">The time at which it was recorded.</param>
/// <param name="Step">The name of the step, such as <c>paid</c>.</param>
/// <param name="Amount">The refunded amount; null if nothing was refunded.</param>
internal sealed record StoryStep(DateTimeOffset At, string Step, decimal? Amount = null);
