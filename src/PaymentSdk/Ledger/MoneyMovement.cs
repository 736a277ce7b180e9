namespace PaymentSdk.Ledger;

/// <summary>One movement of money in the ledger, once per transaction key of the gateway.</summary>
public sealed record MoneyMovement
{
    /// <summary>The registration it belongs to.</summary>
    public required string Merchant { get; init; }

    /// <summary>The gateway's key of the transaction; unique per merchant.</summary>
    public required string TransactionKey { get; init; }

    /// <summary>The attempt.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The gateway's key of the payment.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>Whether the money came or went.</summary>
    public required MoneyMovementKind Kind { get; init; }

    /// <summary>How much; negative for money that went back.</summary>
    public required Money Amount { get; init; }

    /// <summary>How it was paid, as the API names it.</summary>
    public string? Method { get; init; }

    /// <summary>The supply amount within it, as the gateway splits it; null when it did not say.</summary>
    public decimal? SuppliedAmount { get; init; }

    /// <summary>The VAT within it.</summary>
    public decimal? Vat { get; init; }

    /// <summary>The tax-free amount within it.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The gateway's merchant id (mId).</summary>
    public string? GatewayMerchantId { get; init; }

    /// <summary>Whether it was made with test keys.</summary>
    public bool TestMode { get; init; }

    /// <summary>When the gateway says it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was recorded; database time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
