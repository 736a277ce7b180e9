using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A real ledger whose answers get lost, late or wrong as a test wants it.</summary>
internal sealed class FaultyLedger(IOrderLedger ledger) : IOrderLedger
{
    /// <summary>Stands around every commit; calls the real one as often as it likes.</summary>
    public Func<Func<ValueTask<LedgerCommitResult>>, ValueTask<LedgerCommitResult>> Commit { get; set; } = real => real();

    public Action Wake { get; set; } = () => { };

    /// <summary>Puts one around the ledger of the default registration.</summary>
    public static void Wrap(PaymentSdkBuilder payments)
    {
        var real = payments.Services.Single(service => service.ServiceType == typeof(IOrderLedger) && Equals(service.ServiceKey, ""));
        payments.Services.Remove(real);
        payments.Services.AddKeyedSingleton<IOrderLedger>("", (services, name) => new FaultyLedger((IOrderLedger)real.KeyedImplementationFactory!(services, name)));
    }

    public ValueTask<LedgerEntry?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken) =>
        ledger.FindAsync(merchant, orderId, cancellationToken);

    public ValueTask<LedgerEntry?> FindPurchaseAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.FindPurchaseAsync(merchant, purchaseId, cancellationToken);

    public ValueTask<LedgerEntry?> FindPaymentAsync(string merchant, PaymentKey paymentKey, CancellationToken cancellationToken) =>
        ledger.FindPaymentAsync(merchant, paymentKey, cancellationToken);

    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => ledger.GetTimeAsync(cancellationToken);

    public ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        Commit(() => ledger.CommitAsync(commit, cancellationToken));

    public ValueTask<IReadOnlyList<LedgerEntry>> ClaimDueAsync(string merchant, int most, TimeSpan lease, CancellationToken cancellationToken) =>
        ledger.ClaimDueAsync(merchant, most, lease, cancellationToken);

    public ValueTask WakeAsync(string merchant, OrderId orderId, TimeSpan atMostEvery, CancellationToken cancellationToken)
    {
        Wake();
        return ledger.WakeAsync(merchant, orderId, atMostEvery, cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadJournalAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadJournalAsync(merchant, purchaseId, cancellationToken);

    public ValueTask<IReadOnlyList<OrderEvent>> ReadEventsAsync(string merchant, PurchaseId purchaseId, CancellationToken cancellationToken) =>
        ledger.ReadEventsAsync(merchant, purchaseId, cancellationToken);
}
