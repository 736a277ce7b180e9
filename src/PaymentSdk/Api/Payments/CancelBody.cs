namespace PaymentSdk.Api.Payments;

/// <summary>The body of a cancel on the wire (docs/spec/payment-api.md §2.1). Members that are null are omitted.</summary>
internal sealed record CancelBody
{
    public required string CancelReason { get; init; }

    public decimal? CancelAmount { get; init; }

    public decimal? TaxFreeAmount { get; init; }

    public decimal? TaxExemptionAmount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public string? Currency { get; init; }

    public RefundAccountBody? RefundReceiveAccount { get; init; }

    public string? CancelRequestId { get; init; }

    /// <summary>The refund account. On the wire its bank is called <c>bank</c>, not <c>bankCode</c>.</summary>
    internal sealed record RefundAccountBody(string Bank, string AccountNumber, string HolderName);
}
