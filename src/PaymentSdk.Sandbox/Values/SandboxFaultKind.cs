namespace PaymentSdk.Sandbox;

/// <summary>
/// What goes wrong. The name on the wire is the same in kebab case (<c>close-before-work</c>). An answer of the API itself follows the
/// rules of its idempotency: a 4xx is remembered under the key, a 5xx and a 429 are not. What breaks on the way leaves the memory right.
/// </summary>
public enum SandboxFaultKind
{
    /// <summary>Reads the request, does nothing and closes the connection (FIN).</summary>
    CloseBeforeWork,

    /// <summary>Waits for the delay, then works and answers. The request is in flight meanwhile.</summary>
    DelayBeforeWork,

    /// <summary>Answers 500 <c>FAILED_INTERNAL_SYSTEM_PROCESSING</c> without working.</summary>
    Status500,

    /// <summary>Answers 429 with <c>Retry-After: 1</c> without working.</summary>
    Status429,

    /// <summary>A proxy in front answers 502 with an HTML page; no work.</summary>
    Html502,

    /// <summary>Answers 400 with a code that no documentation has, without working.</summary>
    UnknownCode,

    /// <summary>Answers 400 <c>DUPLICATED_ORDER_ID</c> without working. Operations that use up an order id.</summary>
    DuplicateOrderId,

    /// <summary>Works, then closes the connection without an answer (FIN).</summary>
    CloseAfterWork,

    /// <summary>Works, then resets the connection (RST).</summary>
    ResetAfterWork,

    /// <summary>Works, announces the whole answer, sends half of it and closes (FIN).</summary>
    HalfBody,

    /// <summary>Works, sends the headers and half of the answer, then nothing; for the delay, or until the client leaves.</summary>
    StallBody,

    /// <summary>Works, waits for the delay, then answers.</summary>
    DelayAfterWork,

    /// <summary>Answers 500 at once and works after the delay; a repeated key is in flight until then. POSTs only.</summary>
    WorkAfterAnswer,

    /// <summary>Works, then answers 500 <c>FAILED_INTERNAL_SYSTEM_PROCESSING</c>.</summary>
    Status500AfterWork,

    /// <summary>Works, but a proxy in front answers 502 with an HTML page.</summary>
    Html502AfterWork,

    /// <summary>Works, then answers 400 with a code that no documentation has.</summary>
    UnknownCodeAfterWork,

    /// <summary>Works, but the answer is about another payment and order.</summary>
    WrongPayment,

    /// <summary>Works, but the answer shows another amount.</summary>
    WrongAmount,

    /// <summary>Answers 500 without working and, unlike elsewhere, remembers it under the idempotency key. POSTs only.</summary>
    Replay5xx,

    /// <summary>Answers 400 <c>PROVIDER_ERROR</c> without working and remembers it under the idempotency key. POSTs only.</summary>
    ReplayTemporary4xx,

    /// <summary>Answers a payment as it was before its last move. Get only.</summary>
    StaleRead,

    /// <summary>Answers 404 for a payment that is not confirmed yet. Get only.</summary>
    NotFoundUnconfirmed,

    /// <summary>Sends a webhook twice: the same bytes, the same transmission id.</summary>
    DuplicateWebhook,

    /// <summary>Sends a webhook after the delay, by the gateway's clock.</summary>
    LateWebhook,

    /// <summary>
    /// Holds a webhook back until the next one about the same payment arrived; when none follows, for the delay (default one minute) by the
    /// gateway's clock.
    /// </summary>
    ReorderedWebhook,

    /// <summary>Sends, before the true webhook, one that tells what did not happen, with a secret or a signature that is wrong.</summary>
    ForgedWebhook,

    /// <summary>Answers a request only after the webhook that it causes was sent.</summary>
    WebhookBeforeResponse,

    /// <summary>The refund of a deposited virtual account ends FAILED: the money never reaches the buyer. Cancel only.</summary>
    RefundPayoutFailed,

    /// <summary>Closes the port and every connection for the delay, then opens the same port again. No operation.</summary>
    RefuseConnection,
}
