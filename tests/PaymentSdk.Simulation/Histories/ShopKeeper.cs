using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The shop's actions on one purchase: refunds, reversals, cancels at the dashboard, and forged webhooks.</summary>
internal sealed class ShopKeeper(HistoryContext context, PurchasePlan plan)
{
    private readonly SimRandom _random = SimRandom.Named(context.World.Seed, plan.Name, "shop");
    private bool _hasReversedClosed;

    public void Begin()
    {
        for (var at = 0; at < plan.Acts.Count; at++)
        {
            var act = plan.Acts[at];
            var name = $"{act.Kind} {at + 1}";
            context.World.After(plan.ConfirmsAt + act.After, context.World.Itself, () =>
            {
                if (context.Has(plan, name))
                    _ = ActAsync(act, SimRandom.Named(context.World.Seed, plan.Name, name));
            });
        }
    }

    /// <summary>Handles an event. The shop reverses some closed orders, because it can no longer deliver them.</summary>
    public void OnEvent(OrderEvent happened)
    {
        if (_hasReversedClosed || plan.ReversesClosed is not { } after || happened.Type is not (OrderEventType.Expired or OrderEventType.Declined) || !context.Has(plan, "reverses closed"))
            return;
        _hasReversedClosed = true;
        context.World.After(after, context.World.Itself, () => _ = ReverseAsync(happened.OrderId.Value, _random));
    }

    private async Task ActAsync(ShopAct act, SimRandom random)
    {
        switch (act.Kind)
        {
            case ShopActKind.Refund:
                await RefundAsync(act, random);
                break;
            case ShopActKind.Reverse when Target(random) is { } order:
                if (act.IsTwice)
                    _ = LaterAsync(random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(random.Chance(0.6) ? 20 : 3000)), () => ReverseAsync(order, random.Fork()));
                await ReverseAsync(order, random);
                if (act.IsRepeated)
                {
                    await context.WaitAsync(random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromHours(2)));
                    await ReverseAsync(order, random);
                }

                break;
            // The shop knows of a refund that was made by hand, so no operator cancels that payment again at the dashboard.
            case ShopActKind.CancelAtDashboard when Paid(random) is { PaidBackByHand: 0 } payment:
                var amount = act.Divisor == 0 ? (decimal?)null : plan.Price / act.Divisor;
                context.World.Note(context.World.Itself, $"{plan.Name}: an operator cancels {amount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "everything"} at the dashboard");
                // Some operators enter the same reason that the shop's own refund would send.
                context.Gateway.CancelAtDashboard(payment, amount, random.Chance(0.3) ? $"{RefundId(act)} 고객 요청" : "관리자 취소");
                break;
            case ShopActKind.Look when Target(random) is { } order && context.Hosts.Pick(random) is { } process:
                await context.Callers.FindAsync(process, plan.Name, order);
                if (act.IsRepeated)
                    await ReadOftenAsync(order, random);
                break;
            case ShopActKind.Forge when context.Gateway.Payments.FirstOrDefault(payment => payment.Plan.Subject == plan.Name) is { } payment:
                context.Gateway.Post.Forge(payment, random.Pick(PaymentStatuses.Done, PaymentStatuses.Canceled, PaymentStatuses.WaitingForDeposit));
                if (act.IsTwice)
                    context.Gateway.Post.Forge(payment, PaymentStatuses.Done);
                break;
            default:
                break;
        }
    }

    private async Task RefundAsync(ShopAct act, SimRandom random)
    {
        if (Target(random) is not { } order)
            return;
        var payment = Payment(order);
        var amount = act.Divisor == 0 ? (decimal?)null : plan.Price / act.Divisor;
        var account = payment is { IsAccount: true, Latest.Status: not PaymentStatuses.WaitingForDeposit } || act.Slip is not (null or "tax-free") ? Account(act.Slip) : null;
        amount = payment is { IsAccount: true, Latest.Status: PaymentStatuses.WaitingForDeposit } ? null : amount;
        if (act.Slip is not null)
        {
            await AskAsync(order, RefundId(act) + "-slip", amount, account, random, act.Slip == "tax-free" ? -1 : null);
            account = account is null ? null : Account(null);
        }

        if (act.IsTwice)
            _ = LaterAsync(random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(random.Chance(0.6) ? 20 : 2000)), () => AskAsync(order, RefundId(act), amount, account, random.Fork(), null));
        if (act.HasCompanion)
            _ = LaterAsync(random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(random.Chance(0.6) ? 20 : 4000)), () => AskAsync(order, RefundId(act) + "-beside", amount, account, random.Fork(), null, allowDuplicate: act.Number % 2 == 0));
        var outcome = await AskAsync(order, RefundId(act), amount, account, random, null);
        if (outcome is null or RefundOutcome.Unavailable or RefundOutcome.NotRefunded)
        {
            await context.WaitAsync(random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
            await AskAsync(order, RefundId(act), amount, account, random, null);
        }

        if (!act.IsRepeated)
            return;
        await context.WaitAsync(random.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(random.Chance(0.6) ? 3 : 600)));
        await AskAsync(order, RefundId(act), act.RepeatsOtherwise ? plan.Price / 8 : amount, account, random, null);
        if (context.Hosts.Pick(random) is { } process)
            await context.Callers.FindRefundsAsync(process, plan.Name, order);
    }

    private async Task<RefundOutcome?> AskAsync(string order, string refundId, decimal? amount, RefundReceiveAccount? account, SimRandom random, decimal? taxFree, bool allowDuplicate = false) =>
        context.Hosts.Pick(random) is { } process ? await context.Callers.RefundAsync(process, plan.Name, order, refundId, amount, account, taxFree, allowDuplicate) : null;

    private async Task ReverseAsync(string order, SimRandom random)
    {
        for (var asked = 0; asked < 3; asked++)
        {
            if (context.Hosts.Pick(random) is { } process && await context.Callers.ReverseAsync(process, plan.Name, order) is not (null or ReversalOutcome.Unavailable))
                return;
            await context.WaitAsync(random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)));
        }
    }

    /// <summary>Reads the status of the order repeatedly, as an open page does.</summary>
    private async Task ReadOftenAsync(string order, SimRandom random)
    {
        for (var read = 0; read < 12 && context.Hosts.Pick(random) is { } process; read++)
        {
            await context.WaitAsync(TimeSpan.FromSeconds(5));
            await context.Callers.FindAsync(process, plan.Name, order);
        }
    }

    private async Task LaterAsync(TimeSpan after, Func<Task> what)
    {
        await context.WaitAsync(after);
        await what();
    }

    /// <summary>Returns the order that the shop acts on: usually the paid order (or the newest, if none is paid), sometimes any order.</summary>
    private string? Target(SimRandom random)
    {
        var orders = context.Diary.Purchase(plan.Name).Orders;
        if (orders.Count == 0)
            return null;
        var paid = orders.Find(order => order.Kept(context.Gateway) > 0);
        return (random.Chance(0.8) ? paid ?? orders[^1] : orders[random.Below(orders.Count)]).OrderId;
    }

    private GatewayPayment? Paid(SimRandom random) => Target(random) is { } order ? Payment(order) : null;

    private GatewayPayment? Payment(string order)
    {
        var payments = context.Gateway.AllOfOrder(order);
        return payments.FirstOrDefault(payment => payment.Kept > 0) ?? (payments.Count > 0 ? payments[0] : null);
    }

    private string RefundId(ShopAct act) => $"{plan.Name}-r{act.Number}";

    private static RefundReceiveAccount Account(string? slip) => new()
    {
        Bank = "88",
        AccountNumber = slip is null or "tax-free" ? "110123456789" : slip,
        HolderName = "김토스",
    };
}
