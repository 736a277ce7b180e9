namespace PaymentSdk.Ledger;

/// <summary>One movement of money in the ledger. Each transaction key of the gateway has at most one movement.</summary>
public sealed record MoneyMovement
{
    /// <summary>The name of the registration that the movement belongs to; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's key of the transaction; unique per merchant.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>The order id of the attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The gateway's key of the payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>Whether the money was paid or refunded.</summary>
    public required MoneyMovementKind Kind { get; init; }

    /// <summary>The amount; negative for refunded money.</summary>
    public required Money Amount { get; init; }

    /// <summary>The payment method, as the API names it.</summary>
    public string? Method { get; init; }

    /// <summary>The supply amount that <see cref="Amount"/> contains, as the gateway splits it; null when the gateway did not give it.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT that <see cref="Amount"/> contains.</summary>
    public decimal? Vat { get; init; }

    /// <summary>The tax-free amount that <see cref="Amount"/> contains.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The gateway's merchant id (mId).</summary>
    public string? GatewayMerchantId { get; init; }

    /// <summary>Whether the payment was made with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When the movement happened, according to the gateway.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the movement was recorded. Database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
