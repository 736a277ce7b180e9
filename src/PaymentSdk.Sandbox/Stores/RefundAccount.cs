namespace PaymentSdk.Sandbox.Stores;

/// <summary>Where the money of a deposited virtual account goes back to.</summary>
internal sealed record RefundAccount(string Bank, string AccountNumber, string HolderName);
