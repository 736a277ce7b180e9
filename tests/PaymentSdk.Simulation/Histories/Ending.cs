using PaymentSdk.Simulation.Invariants;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>
/// The end of a history: reconciles, reads everything that a shop can read, makes calls that must succeed, and compares the results with what
/// the gateway did.
/// </summary>
internal sealed class Ending(HistoryContext context, Rules rules)
{
    private readonly SimRandom _random = SimRandom.Named(context.World.Seed, "end");

    /// <summary>Returns the day in Asia/Seoul.</summary>
    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(9)).Date);

    public async Task RunAsync()
    {
        var process = context.Hosts.Pick(_random) ?? throw new InvalidOperationException("No process is alive at the end.");
        // The last movements may not be in the list yet.
        await context.WaitAsync(context.Gateway.Limits.ListLag);
        await process.Reconciliation.ReconcileAsync(new ReconciliationRange(Day(context.World.Began), Day(context.World.Now).AddDays(1)));
        await context.WaitAsync(TimeSpan.FromMinutes(2));
        rules.Final.List(await context.Callers.ListAttentionAsync(process) ?? throw new InvalidOperationException("The attention list could not be read at the end."));
        rules.Final.EndMoney();
        rules.EndRecords();
        foreach (var purchase in context.Diary.Purchases.ToList())
        {
            foreach (var order in purchase.Orders.ToList())
                await ReadAsync(process, order);
            await ProbeAsync(process, purchase);
        }
    }

    private async Task ReadAsync(Processes.ShopProcess process, OrderDiary order)
    {
        if (await context.Callers.FindAsync(process, order.Purchase.Name, order.OrderId) is null)
        {
            if (order.Kept(context.Gateway) > 0)
                context.Diary.Violate("order-lost", order.Purchase.Name, $"{order.OrderId} is unknown at the end.");
            return;
        }

        rules.Final.EndStatus(order, order.Reports[^1]);
        if (order.Refunds.Count > 0 || order.ReversalAsked is not null)
            rules.Final.EndRefunds(order, await context.Callers.FindRefundsAsync(process, order.Purchase.Name, order.OrderId) ?? []);
    }

    /// <summary>Checks that a paid purchase can be refunded, and that an unpaid one can be opened again.</summary>
    private async Task ProbeAsync(Processes.ShopProcess process, PurchaseDiary purchase)
    {
        if (purchase.Orders.Find(rules.Final.IsRefundable) is { } paid)
        {
            var outcome = await context.Callers.RefundAsync(process, purchase.Name, paid.OrderId, $"{purchase.Name}-end", Math.Min(1000, paid.Kept(context.Gateway)), null);
            rules.Final.EndProbe(paid, outcome);
        }
        else if (purchase.Orders.Count > 0 && rules.Final.MayBePaid(purchase) && purchase.Orders[^1] is { } last)
        {
            var outcome = await context.Callers.OpenAgainAsync(process, purchase.Name, last.OrderId);
            if (outcome is not OpenOutcome.Opened)
                context.Diary.Violate("purchase-blocked", purchase.Name, $"No money was ever taken for the purchase, but it cannot be opened again: {outcome?.GetType().Name ?? "no answer"}.");
        }
    }
}
