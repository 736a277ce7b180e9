namespace PaymentSdk.Sandbox.Stores;

/// <summary>The values of a cancel request (docs/spec/payment-api.md §2.1). A null amount cancels the whole balance.</summary>
internal sealed record CancelRequest(Merchant Merchant, string PaymentKey, string Reason)
{
    public decimal? Amount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public decimal TaxFreeAmount { get; init; }

    public decimal TaxExemptionAmount { get; init; }

    public string? Currency { get; init; }

    public RefundAccount? RefundAccount { get; init; }

    /// <summary>The shop's own id of a cancel that is decided later; null if the shop sends none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the bank will fail to refund a deposit, or the foreign wallet will refuse the cancel.</summary>
    public bool PayoutFails { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Whether an operator cancels on the provider's dashboard, where a deposit is refunded without an account from the shop.</summary>
    public bool AtDashboard { get; init; }
}
