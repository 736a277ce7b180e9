namespace PaymentSdk.Sandbox.Stores;

/// <summary>Why a payment ended ABORTED or EXPIRED; the message comes from the error table in the caller's language.</summary>
internal sealed record Failure(string Code);
