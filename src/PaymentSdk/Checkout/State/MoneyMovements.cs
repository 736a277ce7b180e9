using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>Reads the money movements of a payment, one per transaction key (docs/spec/money.md §8).</summary>
internal static class MoneyMovements
{
    /// <summary>
    /// Returns the money movements that the payment shows. It shows the transaction key of its approval only until the first cancel. If it
    /// was first seen later, reconciliation adds the movement of the approval.
    /// </summary>
    public static IReadOnlyList<MoneyMovement> Of(AttemptSnapshot entry, Payment? payment, ObservedFact fact)
    {
        if (payment is null || fact is not (ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.Canceled))
            return [];
        // A virtual account that was closed before its deposit has a cancel, but no money moved.
        if (payment.ApprovedAt is null && payment.VirtualAccount is not null)
            return [];
        var cancels = payment.Cancels ?? [];
        var lines = cancels.Where(IsDone).Select(cancel => Cancel(entry, payment, cancel)).OfType<MoneyMovement>().ToList();
        if (cancels.Count == 0 && payment is { LastTransactionKey: { Length: > 0 } key, ApprovedAt: { } at, TotalAmount: var amount })
        {
            lines.Add(Line(entry, payment, key, MoneyMovementKind.Approval, amount, at) with
            {
                SuppliedAmount = payment.SuppliedAmount,
                Vat = payment.Vat,
                TaxFreeAmount = payment.TaxFreeAmount,
            });
        }

        return lines;
    }

    private static bool IsDone(PaymentCancel cancel) => cancel.CancelStatus is not { } status || status == CancelStatus.Done;

    private static MoneyMovement? Cancel(AttemptSnapshot entry, Payment payment, PaymentCancel cancel) =>
        cancel is { TransactionKey: { Length: > 0 } key, CancelAmount: > 0 and var amount, CanceledAt: { } at }
            ? Line(entry, payment, key, MoneyMovementKind.Cancel, -amount, at) with { TaxFreeAmount = -cancel.TaxFreeAmount }
            : null;

    private static MoneyMovement Line(AttemptSnapshot entry, Payment payment, string key, MoneyMovementKind kind, decimal amount, DateTimeOffset at) => new()
    {
        Merchant = entry.Attempt.Merchant,
        TransactionKey = StorableText.Id(key)!,
        OrderId = entry.Attempt.OrderId,
        PaymentKey = payment.PaymentKey,
        Kind = kind,
        Amount = Money.Rounded(amount, StorableText.Of(payment.Currency)),
        Method = StorableText.Describe(payment.Method?.Value, StorableText.Longest),
        GatewayMerchantId = StorableText.Describe(payment.MId, StorableText.Longest),
        TestMode = entry.Purchase.TestMode,
        At = at,
        RecordedAt = entry.Now,
    };
}
