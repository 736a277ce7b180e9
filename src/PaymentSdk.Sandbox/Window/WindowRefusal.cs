namespace PaymentSdk.Sandbox.Window;

/// <summary>Why the window does not open or go on: a code of the real script and what the developer can do about it.</summary>
internal sealed record WindowRefusal(string Code, string Message);
