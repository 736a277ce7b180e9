namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_money_movements</c>: a movement of money. Times are Unix milliseconds, which every database can sort.</summary>
internal sealed class MoneyMovementRow
{
    public required string Merchant { get; set; }

    public required string TransactionKey { get; set; }

    public required string OrderId { get; set; }

    public required string PaymentKey { get; set; }

    public required string Kind { get; set; }

    public required string Currency { get; set; }

    public decimal Amount { get; set; }

    public string? Method { get; set; }

    public decimal? SuppliedAmount { get; set; }

    public decimal? Vat { get; set; }

    public decimal? TaxFreeAmount { get; set; }

    public string? GatewayMerchantId { get; set; }

    public bool TestMode { get; set; }

    public long At { get; set; }

    public long RecordedAt { get; set; }
}
