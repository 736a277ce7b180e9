namespace PaymentSdk;

/// <summary>A payment as the API shows it (payment-api.md §3.1). Only what every answer carries is required.</summary>
public sealed record Payment
{
    /// <summary>The gateway's key of this payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The order id it was requested under.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public required PaymentStatus Status { get; init; }

    /// <summary>The amount asked, in units of <see cref="Currency"/>; never changes after approval.</summary>
    public required decimal TotalAmount { get; init; }
}
