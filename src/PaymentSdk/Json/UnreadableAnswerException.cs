namespace PaymentSdk.Json;

/// <summary>An answer came that is not what it should be. The message names the fault and never repeats the body.</summary>
internal sealed class UnreadableAnswerException(string message) : Exception(message);
