namespace PaymentSdk.Sandbox.Window;

/// <summary>The failure that the person at the window picked.</summary>
internal sealed record FailureRequest(string? Code);
