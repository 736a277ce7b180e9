namespace PaymentSdk.Sandbox.Window;

/// <summary>An amount in the form that the script sends.</summary>
internal sealed record WindowAmount(string? Currency, decimal Value);
