namespace PaymentSdk.Sandbox.Stores;

/// <summary>The payment's state does not allow what the control requests.</summary>
internal sealed class ControlRefusedException(Payment payment, string rule)
    : InvalidOperationException($"The payment is {payment.Status}. {rule}");
