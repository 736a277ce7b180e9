namespace PaymentSdk.Api.Wire;

/// <summary>The time in which a call may be sent is over: this send did not leave.</summary>
internal sealed class SendWindowClosedException() : Exception("The time in which this call may be sent is over.");
