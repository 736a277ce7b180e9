namespace PaymentSdk.Sandbox.Stores;

/// <summary>A payment that the shop's server makes without a window: by card number, by billing key, or into a virtual account.</summary>
internal sealed record DirectCharge(PaymentSession Session, PaymentChoice Choice)
{
    public string? IdempotencyKey { get; init; }

    /// <summary>The virtual account's deadline; null counts the session's hours.</summary>
    public DateTimeOffset? DueDate { get; init; }
}
