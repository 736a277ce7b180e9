namespace PaymentSdk.Sandbox.Stores;

/// <summary>One cancel of a payment (docs/spec/payment-api.md §3.2).</summary>
internal sealed record Cancellation(
    decimal Amount, string Reason, decimal TaxFreeAmount, decimal RefundableAmount, DateTimeOffset At, string TransactionKey)
{
    public const string Done = "DONE";
    public const string InProgress = "IN_PROGRESS";
    public const string Aborted = "ABORTED";

    public string Status { get; init; } = Done;

    public decimal TaxExemptionAmount { get; init; }

    /// <summary>The part of the card's instant discount that was canceled too.</summary>
    public decimal CardDiscountAmount { get; init; }

    /// <summary>The shop's own id of a cancel that is decided later.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the foreign wallet will refuse the cancel.</summary>
    public bool IsDoomed { get; init; }

    /// <summary>For a cancel that is decided later: whether it covers the whole payment in one step, so that the payment becomes CANCELED.</summary>
    public bool IsWhole { get; init; }

    public string? IdempotencyKey { get; init; }
}
