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

    /// <summary><c>POST /v1/payments/key-in</c>.</summary>
    KeyIn,

    /// <summary><c>POST /v1/virtual-accounts</c>.</summary>
    VirtualAccount,

    /// <summary><c>POST /v1/billing/authorizations/issue</c> and <c>/card</c>.</summary>
    BillingIssue,

    /// <summary><c>POST /v1/billing/{billingKey}</c>.</summary>
    BillingApprove,

    /// <summary><c>GET /v1/transactions</c>.</summary>
    Transactions,

    /// <summary>Everything under <c>/v2/payouts</c>.</summary>
    Payout,

    /// <summary>The operations that have no name of their own here: settlements, cash receipts, promotions, BrandPay, sellers, balance.</summary>
    Other,

    /// <summary>Webhooks, whatever caused them. A webhook fault with another operation strikes those that it causes.</summary>
    Webhook,
}
