using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Checkout;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Reconciliation;

internal static class ReconciliationExtensions
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static IReconciliation Reconciliation(this ShopHost shop) => shop.Services.GetRequiredService<IReconciliation>();

    /// <summary>Returns the days from yesterday to tomorrow, because the day in Seoul may change while a test runs.</summary>
    public static ReconciliationRange AroundNow(this PaidShop shop) => Around(shop.Gateway.Now);

    public static ReconciliationRange Around(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(Korea).DateTime);
        return new ReconciliationRange(today.AddDays(-1), today.AddDays(2));
    }

    public static Task<ReconciliationReport> ReconcileAsync(this PaidShop shop) => shop.Shop.Reconciliation().ReconcileAsync(shop.AroundNow());

    public static async Task<IReadOnlyList<MoneyMovement>> MovementsAsync(this ShopHost shop) =>
        await shop.Ledger.ReadMovementsAsync("", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200), CancellationToken.None);

    public static async Task<IReadOnlyList<JournalEntry>> JournalAsync(this ShopHost shop, OrderId orderId)
    {
        var entry = await shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        var journal = await shop.Ledger.ReadJournalAsync("", entry!.Purchase.PurchaseId, CancellationToken.None);
        return [.. journal.Where(row => row.OrderId == orderId)];
    }
}
