namespace PaymentSdk.Sandbox.Stores;

/// <summary>A cash receipt, or the cancel of one (docs/spec/payment-api.md §3.9). The tax office answers after a day.</summary>
internal sealed record CashReceipt
{
    private static readonly TimeSpan _untilAnswered = TimeSpan.FromDays(1);

    /// <summary>The sequence number of the receipt, which is also the cursor of the list.</summary>
    public required int Number { get; init; }

    public required Merchant Merchant { get; init; }

    public required string ReceiptKey { get; init; }

    public required string IssueNumber { get; init; }

    public required string OrderId { get; init; }

    public required string OrderName { get; init; }

    /// <summary>The type: <c>소득공제</c> or <c>지출증빙</c>.</summary>
    public required string Type { get; init; }

    public required string CustomerIdentityNumber { get; init; }

    public required decimal Amount { get; init; }

    public decimal TaxFreeAmount { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public bool IsCancel { get; init; }

    /// <summary>The amount of this receipt that has been canceled so far.</summary>
    public decimal CanceledAmount { get; init; }

    public decimal Balance => Amount - CanceledAmount;

    /// <summary>Whether the sandbox's tax office refuses the receipt, because its number consists only of zeros and identifies no person.</summary>
    public bool IsRefused => CustomerIdentityNumber.Trim('0').Length == 0;

    public string IssueStatus(DateTimeOffset now) => now - RequestedAt < _untilAnswered ? "IN_PROGRESS" : IsRefused ? "FAILED" : "COMPLETED";

    public override string ToString() => ReceiptKey;
}
