namespace PaymentSdk.Sandbox.Window;

/// <summary>What the page asked of a virtual account.</summary>
internal sealed record WindowAccountWish(int? ValidHours);
