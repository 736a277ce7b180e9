namespace PaymentSdk.Http;

/// <summary>The answer is larger than any answer of the API: it is not read further.</summary>
internal sealed class BodyTooLargeException() : Exception($"The answer is larger than {BufferingHandler.Largest} bytes.");
