namespace PaymentSdk.Sandbox;

/// <summary>The operations of the API that a fault can strike.</summary>
public enum SandboxOperation
{
    /// <summary>Every operation that the kind of the fault makes sense for.</summary>
    Any,

    /// <summary><c>POST /v1/payments/confirm</c>.</summary>
    Confirm,

    /// <summary><c>GET /v1/payments/{paymentKey}</c> and <c>GET /v1/payments/orders/{orderId}</c>.</summary>
    Get,

    /// <summary><c>POST /v1/payments/{paymentKey}/cancel</c>.</summary>
    Cancel,
}
