using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Orders with payments that a buyer has authenticated and the shop has not confirmed yet.</summary>
internal static class Buyers
{
    public static async Task<IReadOnlyList<(OrderId OrderId, string PaymentKey)>> OpenAsync(ShopHost shop, SandboxGateway gateway, int count)
    {
        var orders = new List<(OrderId, string)>();
        for (var n = 0; n < count; n++)
        {
            var orderId = await shop.OpenAsync();
            orders.Add((orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));
        }

        return orders;
    }

    /// <summary>Checks that each payment was taken once at the gateway, and that each order of the ledger is paid.</summary>
    public static async Task AssertPaidOnceAsync(ShopHost shop, SandboxGateway gateway, IReadOnlyList<(OrderId OrderId, string PaymentKey)> orders)
    {
        Assert.All(gateway.ReadBooks(), payment => Assert.Single(payment.Executions, execution => execution.Operation == "approve"));
        foreach (var (orderId, _) in orders)
        {
            var entry = (await shop.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
            var events = await shop.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, TestContext.Current.CancellationToken);
            Assert.Equal(AttemptState.Approved, entry.Attempt.State);
            Assert.Single(events, happened => happened.Type is OrderEventType.Paid or OrderEventType.PaidLate);
        }
    }
}
