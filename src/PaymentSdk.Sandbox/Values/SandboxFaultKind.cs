namespace PaymentSdk.Sandbox;

/// <summary>
/// The kind of a fault. On the wire, the name is in kebab case (<c>close-before-work</c>). An answer of the API itself follows the idempotency
/// rules: it is remembered under the key unless its status is 409, 429 or 5xx. Faults on the way back do not change what is remembered.
/// </summary>
public enum SandboxFaultKind
{
    /// <summary>Reads the request, then closes the connection (FIN) without doing the work.</summary>
    CloseBeforeWork,

    /// <summary>Waits for the delay, then does the work and answers. The request is in flight in the meantime.</summary>
    DelayBeforeWork,

    /// <summary>Answers 500 <c>FAILED_INTERNAL_SYSTEM_PROCESSING</c> without doing the work.</summary>
    Status500,

    /// <summary>Answers 429 with <c>Retry-After: 1</c> without doing the work.</summary>
    Status429,

    /// <summary>Answers 502 with the HTML page of a proxy, without doing the work.</summary>
    Html502,

    /// <summary>Answers 400 with an undocumented code, without doing the work.</summary>
    UnknownCode,

    /// <summary>Answers 400 <c>DUPLICATED_ORDER_ID</c> without doing the work. Only for operations that use up an order id.</summary>
    DuplicateOrderId,

    /// <summary>Does the work, then closes the connection (FIN) without an answer.</summary>
    CloseAfterWork,

    /// <summary>Does the work, then resets the connection (RST).</summary>
    ResetAfterWork,

    /// <summary>Does the work, announces the full length of the answer, sends half of it and closes the connection (FIN).</summary>
    HalfBody,

    /// <summary>
    /// Does the work, sends the headers and half of the answer, then nothing for the delay (default: no limit) or until the client disconnects.
    /// </summary>
    StallBody,

    /// <summary>Does the work, waits for the delay, then answers.</summary>
    DelayAfterWork,

    /// <summary>
    /// Answers 500 immediately and does the work after the delay. Until the work is done, other requests with the same idempotency key are
    /// answered with 409. Only for POST requests.
    /// </summary>
    WorkAfterAnswer,

    /// <summary>Does the work, then answers 500 <c>FAILED_INTERNAL_SYSTEM_PROCESSING</c>.</summary>
    Status500AfterWork,

    /// <summary>Does the work, then answers 502 with the HTML page of a proxy.</summary>
    Html502AfterWork,

    /// <summary>Does the work, then answers 400 with an undocumented code.</summary>
    UnknownCodeAfterWork,

    /// <summary>Does the work, but the answer shows a different payment and order.</summary>
    WrongPayment,

    /// <summary>Does the work, but the answer shows a different amount.</summary>
    WrongAmount,

    /// <summary>
    /// Answers 500 without doing the work and, against the idempotency rules, remembers this 500 under the idempotency key. Only for POST requests.
    /// </summary>
    Replay5xx,

    /// <summary>
    /// Answers 400 <c>PROVIDER_ERROR</c> without doing the work, and remembers the answer under the idempotency key. Only for POST requests.
    /// </summary>
    ReplayTemporary4xx,

    /// <summary>Answers with the state of the payment before its last change. Only for <see cref="SandboxOperation.Get"/>.</summary>
    StaleRead,

    /// <summary>Answers 404 for a payment that is not confirmed yet. Only for <see cref="SandboxOperation.Get"/>.</summary>
    NotFoundUnconfirmed,

    /// <summary>Sends a webhook twice, with the same bytes and the same transmission id.</summary>
    DuplicateWebhook,

    /// <summary>Sends a webhook after the delay, which is measured by the gateway's clock.</summary>
    LateWebhook,

    /// <summary>
    /// Holds a webhook back until the next one about the same payment has been sent. If none follows, holds it for the delay (default one minute)
    /// by the gateway's clock.
    /// </summary>
    ReorderedWebhook,

    /// <summary>Sends a forged webhook before the true one. It reports something that did not happen, and its secret or signature is wrong.</summary>
    ForgedWebhook,

    /// <summary>Answers a request only after the webhook that it causes was sent.</summary>
    WebhookBeforeResponse,

    /// <summary>
    /// Lets the refund of a deposited virtual account end with FAILED: the buyer never receives the money. Only for
    /// <see cref="SandboxOperation.Cancel"/>.
    /// </summary>
    RefundPayoutFailed,

    /// <summary>
    /// Resets all connections and closes all ports for the delay, then opens the same ports again. The operation, the count and the probability of
    /// the fault are ignored.
    /// </summary>
    RefuseConnection,
}
