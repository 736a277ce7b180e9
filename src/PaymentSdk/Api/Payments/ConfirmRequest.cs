namespace PaymentSdk.Api;

/// <summary>Asks the API to approve a payment that the buyer has authenticated.</summary>
public sealed record ConfirmRequest
{
    /// <summary>The key that the window handed over.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id that the window was opened with.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The amount that the shop has stored, in units of the currency; never what the browser says.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();
}
