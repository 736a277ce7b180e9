namespace PaymentSdk.Sandbox.Controls;

/// <summary>The body of a control is not valid. The message describes the body that the control accepts.</summary>
internal sealed class ControlFormatException(string message) : Exception(message);
