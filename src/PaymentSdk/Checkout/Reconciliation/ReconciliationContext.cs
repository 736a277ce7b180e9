using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Configuration;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>The objects that the reconciliation and the retention of one registration share.</summary>
internal sealed record ReconciliationContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    ICheckoutRuntime Runtime,
    TransactionAdoption TransactionAdoption,
    ILogger Logger)
{
    /// <summary>The ledgers of the other registrations of this host, with the names of the registrations.</summary>
    public IReadOnlyList<(string Merchant, IOrderLedger Ledger)> OtherLedgers { get; init; } = [];

    /// <summary>The current date in Asia/Seoul.</summary>
    public DateOnly Today => Values.KoreanTime.DayOf(Runtime.Time.GetUtcNow());
}
