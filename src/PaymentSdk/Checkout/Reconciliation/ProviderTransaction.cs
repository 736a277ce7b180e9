using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>One money movement as the gateway lists it, with a signed amount: money that the shop receives is positive.</summary>
/// <param name="Row">The row of the gateway's list.</param>
/// <param name="Amount">The signed amount.</param>
internal sealed record ProviderTransaction(Transaction Row, decimal Amount)
{
    /// <summary>The transaction key, in the form in which the ledger stores it.</summary>
    public string Key { get; } = StorableText.Id(Row.TransactionKey)!;

    /// <summary>
    /// Whether the movement is a cancel by the shop, through a refund or at the dashboard. A returned deposit is not a cancel: the bank caused it.
    /// </summary>
    public bool IsCancel => Row.Status.Value is "CANCELED" or "PARTIAL_CANCELED";

    /// <summary>The currency, in the form in which the ledger stores it.</summary>
    public Currency Currency { get; } = StorableText.Of(Row.Currency);

    public string Method => StorableText.Describe(Row.Method?.Value, StorableText.Longest) ?? NoMethod;

    public const string NoMethod = "-";

    /// <summary>
    /// Returns the movement in a row; null when no money moved. The list gives amounts with or without a sign, so the status determines the
    /// direction. A deposit that the bank took back has the status WAITING_FOR_DEPOSIT and a negative amount.
    /// </summary>
    public static ProviderTransaction? Of(Transaction row) => row.Status.Value switch
    {
        "DONE" => new ProviderTransaction(row, Math.Abs(row.Amount)),
        "CANCELED" or "PARTIAL_CANCELED" => new ProviderTransaction(row, -Math.Abs(row.Amount)),
        "WAITING_FOR_DEPOSIT" when row.Amount < 0 => new ProviderTransaction(row, row.Amount),
        "READY" or "IN_PROGRESS" or "WAITING_FOR_DEPOSIT" or "ABORTED" or "EXPIRED" => null,
        _ => new ProviderTransaction(row, row.Amount),
    };

    /// <summary>Returns the ledger's row for this movement.</summary>
    public MoneyMovement Line(AttemptSnapshot entry) => new()
    {
        Merchant = entry.Attempt.Merchant,
        TransactionKey = Key,
        OrderId = entry.Attempt.OrderId,
        PaymentKey = Row.PaymentKey,
        Kind = Amount < 0 ? MoneyMovementKind.Cancel : MoneyMovementKind.Approval,
        Amount = Money.Rounded(Amount, Currency),
        Method = StorableText.Describe(Row.Method?.Value, StorableText.Longest),
        GatewayMerchantId = StorableText.Describe(Row.MId, StorableText.Longest),
        TestMode = entry.Purchase.TestMode,
        At = Row.TransactionAt ?? entry.Now,
        RecordedAt = entry.Now,
    };
}
