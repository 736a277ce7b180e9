namespace PaymentSdk.Sandbox;

/// <summary>A payment at the gateway, for tests.</summary>
/// <param name="PaymentKey">The gateway's key of the payment.</param>
/// <param name="OrderId">The order id with which the payment was opened.</param>
/// <param name="Status">The status in the spelling of the API, such as <c>DONE</c>.</param>
/// <param name="TotalAmount">The requested amount.</param>
/// <param name="BalanceAmount">The amount that can still be cancelled.</param>
/// <param name="Executions">The real money movements, oldest first.</param>
public sealed record SandboxPayment(
    string PaymentKey, string OrderId, string Status, decimal TotalAmount, decimal BalanceAmount, IReadOnlyList<SandboxExecution> Executions);
