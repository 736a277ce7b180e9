namespace PaymentSdk.Sandbox;

/// <summary>One time that money really moved at the gateway.</summary>
/// <param name="Operation"><c>approve</c>, <c>cancel</c>, <c>deposit</c> or <c>reversal</c>.</param>
/// <param name="Amount">The amount that moved, in the payment's currency; always positive.</param>
/// <param name="At">When, by the gateway's clock.</param>
/// <param name="IdempotencyKey">The key of the request that moved it; null when it came without one or from a control.</param>
public sealed record SandboxExecution(string Operation, decimal Amount, DateTimeOffset At, string? IdempotencyKey)
{
    /// <summary>The transaction key of the move: that of the payment at approval, of the cancel, and of the line in the transactions.</summary>
    public string TransactionKey { get; init; } = "";

    /// <summary>The payment's status by this move.</summary>
    internal string Status { get; init; } = "";
}
