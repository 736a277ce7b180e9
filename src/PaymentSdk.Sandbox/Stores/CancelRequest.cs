namespace PaymentSdk.Sandbox.Stores;

/// <summary>What a cancel asks for (docs/spec/payment-api.md §2.1). A null amount means everything left.</summary>
internal sealed record CancelRequest(Merchant Merchant, string PaymentKey, string Reason)
{
    public decimal? Amount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public decimal TaxFreeAmount { get; init; }

    public decimal TaxExemptionAmount { get; init; }

    public string? Currency { get; init; }

    public RefundAccount? RefundAccount { get; init; }

    /// <summary>The shop's own id of a cancel that is decided later; null when it gives none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The bank will not be able to pay a deposit back, or the provider abroad refuses.</summary>
    public bool PayoutFails { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Made by an operator at the provider's dashboard, where a deposit goes back without the shop naming an account.</summary>
    public bool AtDashboard { get; init; }
}
