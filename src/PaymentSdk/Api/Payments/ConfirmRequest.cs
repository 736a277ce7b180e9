namespace PaymentSdk.Api;

/// <summary>The request to approve a payment that the buyer has authenticated.</summary>
public sealed record ConfirmRequest
{
    /// <summary>The payment key that the window returned.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id with which the window was opened.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The amount that the shop has stored, in units of the currency. Never take it from the browser.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();
}
