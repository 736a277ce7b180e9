namespace PaymentSdk.Sandbox;

/// <summary>The operations of the API that a fault can affect.</summary>
public enum SandboxOperation
{
    /// <summary>Every operation to which the kind of the fault applies.</summary>
    Any,

    /// <summary><c>POST /v1/payments/confirm</c>, <c>POST /v1/payments/{paymentKey}</c> and <c>POST /v1/brandpay/payments/confirm</c>.</summary>
    Confirm,

    /// <summary><c>GET /v1/payments/{paymentKey}</c> and <c>GET /v1/payments/orders/{orderId}</c>.</summary>
    Get,

    /// <summary><c>POST /v1/payments/{paymentKey}/cancel</c>.</summary>
    Cancel,

    /// <summary><c>POST /v1/payments/key-in</c>.</summary>
    KeyIn,

    /// <summary><c>POST /v1/virtual-accounts</c>.</summary>
    VirtualAccount,

    /// <summary><c>POST /v1/billing/authorizations/issue</c> and <c>POST /v1/billing/authorizations/card</c>.</summary>
    BillingIssue,

    /// <summary><c>POST /v1/billing/{billingKey}</c>.</summary>
    BillingApprove,

    /// <summary><c>GET /v1/transactions</c>.</summary>
    Transactions,

    /// <summary>Everything under <c>/v2/payouts</c>.</summary>
    Payout,

    /// <summary>
    /// All operations without a member here, such as settlements, cash receipts, promotions, most of BrandPay, sellers and the balance.
    /// </summary>
    Other,

    /// <summary>
    /// Webhooks, regardless of their cause. A webhook fault with another operation affects the webhooks that this operation causes.
    /// </summary>
    Webhook,
}
