namespace PaymentSdk.Sandbox.Stores;

/// <summary>A control asked for something that the payment's state does not allow.</summary>
internal sealed class ControlRefusedException(Payment payment, string rule)
    : InvalidOperationException($"The payment is {payment.Status}. {rule}");
