namespace PaymentSdk.Sandbox;

/// <summary>A payment at the gateway, for tests.</summary>
public sealed record SandboxPayment
{
    /// <summary>The gateway's key of the payment.</summary>
    public required string PaymentKey { get; init; }

    /// <summary>The order id with which the payment was opened.</summary>
    public required string OrderId { get; init; }

    /// <summary>The status in the spelling of the API, such as <c>DONE</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The requested amount.</summary>
    public required decimal TotalAmount { get; init; }

    /// <summary>The amount that can still be canceled.</summary>
    public required decimal BalanceAmount { get; init; }

    /// <summary>The real money movements, oldest first.</summary>
    public required IReadOnlyList<SandboxExecution> Executions { get; init; }
}
