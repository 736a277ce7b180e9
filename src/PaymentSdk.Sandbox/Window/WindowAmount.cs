namespace PaymentSdk.Sandbox.Window;

/// <summary>An amount as the script writes it.</summary>
internal sealed record WindowAmount(string? Currency, decimal Value);
