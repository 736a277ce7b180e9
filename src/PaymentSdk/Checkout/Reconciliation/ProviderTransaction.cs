using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>One movement of money as the gateway lists it, signed: what came in is positive.</summary>
/// <param name="Row">The row of the list.</param>
/// <param name="Amount">What moved.</param>
internal sealed record ProviderTransaction(Transaction Row, decimal Amount)
{
    /// <summary>Its key, as the ledger keeps it.</summary>
    public string Key { get; } = StorableText.Id(Row.TransactionKey)!;

    /// <summary>Whether the shop cancelled it, by a refund or at the dashboard. A returned deposit is the bank's.</summary>
    public bool IsCancel => Row.Status.Value is "CANCELED" or "PARTIAL_CANCELED";

    /// <summary>The currency, as the ledger keeps it.</summary>
    public Currency Currency { get; } = StorableText.Of(Row.Currency);

    public string Method => StorableText.Describe(Row.Method?.Value, StorableText.Longest) ?? NoMethod;

    public const string NoMethod = "-";

    /// <summary>
    /// The movement in a row; null when the row tells of a payment and no money moved. The list names an amount with or
    /// without its sign, the status says which way it went. A deposit that the bank took back leaves the payment waiting.
    /// </summary>
    public static ProviderTransaction? Of(Transaction row) => row.Status.Value switch
    {
        "DONE" => new ProviderTransaction(row, Math.Abs(row.Amount)),
        "CANCELED" or "PARTIAL_CANCELED" => new ProviderTransaction(row, -Math.Abs(row.Amount)),
        "WAITING_FOR_DEPOSIT" when row.Amount < 0 => new ProviderTransaction(row, row.Amount),
        "READY" or "IN_PROGRESS" or "WAITING_FOR_DEPOSIT" or "ABORTED" or "EXPIRED" => null,
        _ => new ProviderTransaction(row, row.Amount),
    };

    /// <summary>The line of our books that it makes.</summary>
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
