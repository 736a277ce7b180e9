namespace PaymentSdk.Api;

/// <summary>The request to cancel a payment, in full or in part.</summary>
public sealed record CancelRequest
{
    /// <summary>The reason for the cancel, for the shop's records: 1 to 200 characters.</summary>
    public required string CancelReason { get; init; }

    /// <summary>The idempotency key of this POST. One key never cancels twice; two separate partial cancels need two keys.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The amount to cancel, in units of the currency; null cancels the whole remaining amount.</summary>
    public decimal? CancelAmount { get; init; }

    /// <summary>
    /// The amount that the caller expects to be cancelable. If the balance at the gateway differs, the gateway refuses the call and cancels nothing.
    /// </summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>The tax-free part of <see cref="CancelAmount"/>; only for tax-free or mixed merchants.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part of <see cref="CancelAmount"/> that is excluded from taxation.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>The shop's own id of this cancel, required for asynchronous foreign payments: 6 to 64 characters of A-Z a-z 0-9 - _ =.</summary>
    public string? CancelRequestId { get; init; }

    /// <summary>The currency of the payment, which must be the one in which it was approved. If null, no currency is sent.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The account that receives the refund of a paid virtual account. Leave it null for other methods.</summary>
    public RefundReceiveAccount? RefundReceiveAccount { get; init; }
}
