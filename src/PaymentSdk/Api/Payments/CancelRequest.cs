namespace PaymentSdk.Api;

/// <summary>Asks the API to cancel a payment, whole or in part.</summary>
public sealed record CancelRequest
{
    /// <summary>Why, for the books: 1 to 200 characters.</summary>
    public required string CancelReason { get; init; }

    /// <summary>The key of this POST: the same key never cancels twice. Two real partial cancels need two keys.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>How much, in units of the currency; null cancels everything that is left.</summary>
    public decimal? CancelAmount { get; init; }

    /// <summary>What the caller believes can still be cancelled; when the gateway's balance differs it refuses and nothing happens.</summary>
    public decimal? RefundableAmount { get; init; }

    /// <summary>The tax-free part of <see cref="CancelAmount"/>; only for tax-free or mixed merchants.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The part of <see cref="CancelAmount"/> without tax.</summary>
    public decimal? TaxExemptionAmount { get; init; }

    /// <summary>The shop's id of this cancel, required for asynchronous foreign payments: 6 to 64 characters of A-Z a-z 0-9 - _ =.</summary>
    public string? CancelRequestId { get; init; }

    /// <summary>The currency of the payment; must equal the approved one. Null leaves it to the API.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Where to send the money of a virtual account that was paid; never for other methods.</summary>
    public RefundReceiveAccount? RefundReceiveAccount { get; init; }
}
