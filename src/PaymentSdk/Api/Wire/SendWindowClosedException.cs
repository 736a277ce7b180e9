namespace PaymentSdk.Api.Wire;

/// <summary>The exception that is thrown when the time in which a call may be sent has ended. The send did not leave.</summary>
internal sealed class SendWindowClosedException() : Exception("The time in which this call may be sent has ended.");
