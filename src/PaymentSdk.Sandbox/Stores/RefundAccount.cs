namespace PaymentSdk.Sandbox.Stores;

/// <summary>The bank account to which a deposit is refunded.</summary>
internal sealed record RefundAccount(string Bank, string AccountNumber, string HolderName);
