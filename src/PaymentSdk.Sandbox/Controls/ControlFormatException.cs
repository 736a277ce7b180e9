namespace PaymentSdk.Sandbox.Controls;

/// <summary>The body of a control is not what it takes; the message says what it does take.</summary>
internal sealed class ControlFormatException(string message) : Exception(message);
