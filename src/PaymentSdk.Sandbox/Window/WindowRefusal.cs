namespace PaymentSdk.Sandbox.Window;

/// <summary>The reason why the window does not open or continue: a code of the real script and advice for the developer.</summary>
internal sealed record WindowRefusal(string Code, string Message);
