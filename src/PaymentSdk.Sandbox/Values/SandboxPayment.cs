namespace PaymentSdk.Sandbox;

/// <summary>A payment at the gateway, as tests see it.</summary>
/// <param name="PaymentKey">The gateway's key of the payment.</param>
/// <param name="OrderId">The order id it was opened with.</param>
/// <param name="Status">The status word of the wire, such as <c>DONE</c>.</param>
/// <param name="TotalAmount">What was asked for.</param>
/// <param name="BalanceAmount">What is left to cancel.</param>
/// <param name="Executions">What really happened to the money, oldest first; one entry per time.</param>
public sealed record SandboxPayment(
    string PaymentKey, string OrderId, string Status, decimal TotalAmount, decimal BalanceAmount, IReadOnlyList<SandboxExecution> Executions);
