namespace PaymentSdk.Sandbox;

/// <summary>One real movement of money at the gateway.</summary>
/// <param name="Operation"><c>approve</c>, <c>cancel</c>, <c>deposit</c> or <c>reversal</c>.</param>
/// <param name="Amount">The amount that moved, in the payment's currency; always positive.</param>
/// <param name="At">The time of the movement, by the gateway's clock.</param>
/// <param name="IdempotencyKey">The idempotency key of the request that moved the money; null if it had none, or if a control moved the
/// money.</param>
public sealed record SandboxExecution(string Operation, decimal Amount, DateTimeOffset At, string? IdempotencyKey)
{
    /// <summary>The transaction key of the movement, which is also in the payment, in the cancel, and in the list of transactions.</summary>
    public string TransactionKey { get; init; } = "";

    /// <summary>The status of the payment after the movement.</summary>
    internal string Status { get; init; } = "";
}
