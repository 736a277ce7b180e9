namespace PaymentSdk.Sandbox.Stores;

/// <summary>A payment that the shop's server makes without a window: by card number, by billing key, or into a virtual account.</summary>
internal sealed record DirectCharge(PaymentSession Session, PaymentChoice Choice)
{
    public string? IdempotencyKey { get; init; }

    /// <summary>The deadline of the virtual account; null for the number of hours in the session.</summary>
    public DateTimeOffset? DueDate { get; init; }
}
