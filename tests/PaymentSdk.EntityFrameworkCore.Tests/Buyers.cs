using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Opens orders whose payments a buyer has authenticated and the shop has not confirmed yet, and checks that they are paid once.</summary>
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

    /// <summary>Checks that the gateway took each payment once, and that each order is paid in the ledger.</summary>
    public static async Task AssertPaidOnceAsync(ShopHost shop, SandboxGateway gateway, IReadOnlyList<(OrderId OrderId, string PaymentKey)> orders)
    {
        Assert.All(gateway.ReadPayments(), payment => Assert.Single(payment.Executions, execution => execution.Operation == "approve"));
        foreach (var (orderId, _) in orders)
        {
            var entry = (await shop.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
            var events = await shop.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, TestContext.Current.CancellationToken);
            Assert.Equal(AttemptState.Approved, entry.Attempt.State);
            Assert.Single(events, happened => happened.Type is OrderEventType.Paid or OrderEventType.PaidLate);
        }
    }
}
