using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Configuration;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>What the books of one registration work with.</summary>
internal sealed record ReconciliationContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    ICheckoutRuntime Runtime,
    TransactionAdoption TransactionAdoption,
    ILogger Logger)
{
    /// <summary>The ledgers of the other registrations of this host, by the name of the merchant.</summary>
    public IReadOnlyList<(string Merchant, IOrderLedger Ledger)> OtherLedgers { get; init; } = [];

    /// <summary>The day it is in Asia/Seoul.</summary>
    public DateOnly Today => Values.KoreanTime.DayOf(Runtime.Time.GetUtcNow());
}
