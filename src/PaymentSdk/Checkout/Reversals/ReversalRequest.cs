namespace PaymentSdk;

/// <summary>The shop's request that an order is not paid, whatever its state is now (<see cref="ICheckout.ReverseAsync"/>).</summary>
public sealed record ReversalRequest
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Why, for the books and the buyer's statement: 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asks for it, for the journal: 1 to 64 characters. Default <c>shop</c>.</summary>
    public string Actor { get; init; } = "shop";

    /// <summary>How long to wait for the outcome before <see cref="ReversalOutcome.Checking"/> is answered. Default 25 seconds. The work goes on.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(25);
}
