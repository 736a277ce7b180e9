namespace CheckoutDemo.Operator;

/// <summary>What the operator's page requests for an order.</summary>
internal sealed record OrderActionRequest
{
    public string Who { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>The page makes one for each refund and keeps it until the outcome is known: pressing twice refunds once.</summary>
    public string? RefundId { get; init; }

    /// <summary>How much to refund; null for all that is left.</summary>
    public decimal? Amount { get; init; }

    public string? Bank { get; init; }

    public string? AccountNumber { get; init; }

    public string? HolderName { get; init; }

    /// <summary>The resolution, as the command writes it.</summary>
    public string? As { get; init; }

    public bool WithoutQuery { get; init; }
}
