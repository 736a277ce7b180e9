namespace PaymentSdk.Sandbox.Stores;

/// <summary>The reason why a payment is ABORTED or EXPIRED. The message comes from the error table, in the caller's language.</summary>
internal sealed record Failure(string Code);
