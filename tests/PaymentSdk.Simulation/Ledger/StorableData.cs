using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// Checks for data that a database refuses: a NUL character or an unpaired surrogate in a text, a key longer than its column, an amount
/// with too many digits. The rules are PostgreSQL's, so that the model and PostgreSQL refuse the same data.
/// </summary>
internal static class StorableData
{
    private const int LongestId = 64;
    private const int LongestPaymentKey = 200;
    private const int LongestKey = 300;
    private const int LongestWord = 40;
    private const int Decimals = 4;
    private const decimal LargestAmount = 1_00000_00000_00000_00000m;

    public static bool CanStore(LedgerCommit commit) =>
        CanStore(commit.Purchase)
        && commit.Moves.All(move => CanStore(move.Attempt) && (move.Journal is not { } line || CanStore(line)))
        && commit.Refunds.All(CanStore)
        && commit.Movements.All(CanStore);

    private static bool CanStore(Purchase purchase) =>
        Fits(purchase.PurchaseId.Value, LongestId) && Fits(purchase.Amount.Value) && Fits(purchase.OrderName) && Fits(purchase.OrderNumber, LongestId) && Fits(purchase.ResultPage) && Fits(purchase.CustomerKey?.Value, LongestKey);

    private static bool CanStore(Attempt attempt) =>
        Fits(attempt.OrderId.Value, LongestId)
        && Fits(attempt.PaymentKey?.Value, LongestPaymentKey)
        && Fits(attempt.IdempotencyKey?.Value, LongestKey)
        && Fits(attempt.Amount.Value) && Fits(attempt.Balance) && Fits(attempt.BalanceCurrency?.Value) && Fits(attempt.RefundedByHand)
        && Fits(attempt.Method) && Fits(attempt.FailureCode?.Value) && Fits(attempt.ReceiptUrl) && Fits(attempt.LastTransactionKey)
        && Fits(attempt.DepositAccount?.BankCode) && Fits(attempt.DepositAccount?.AccountNumber)
        && Fits(attempt.ReversalReason) && Fits(attempt.ReversalActor) && Fits(attempt.DoubtfulObservation) && Fits(attempt.Notification);

    private static bool CanStore(JournalEntry line) => Fits(line.Cause, LongestWord) && Fits(line.Evidence) && Fits(line.Actor) && Fits(line.Balance);

    private static bool CanStore(RefundRecord refund) =>
        Fits(refund.RefundId.Value, LongestId) && Fits(refund.Reason) && Fits(refund.Actor) && Fits(refund.TransactionKey) && Fits(refund.FailureCode?.Value)
        && Fits(refund.Amount) && Fits(refund.TaxFreeAmount) && Fits(refund.RefundableAmount);

    private static bool CanStore(MoneyMovement line) => Fits(line.TransactionKey) && Fits(line.Method) && Fits(line.GatewayMerchantId)
        && Fits(line.Amount.Value) && Fits(line.SuppliedAmount) && Fits(line.Vat) && Fits(line.TaxFreeAmount);

    private static bool Fits(decimal? amount) => amount is not { } value || (decimal.Round(value, Decimals) == value && Math.Abs(value) < LargestAmount);

    private static bool Fits(string? text, int longest = int.MaxValue)
    {
        if (text is null)
            return true;
        if (text.Length > longest)
            return false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0' || char.IsLowSurrogate(text[at]) || (char.IsHighSurrogate(text[at]) && !(at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))))
                return false;
            if (char.IsHighSurrogate(text[at]))
                at++;
        }

        return true;
    }
}
