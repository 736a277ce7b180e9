using PaymentSdk.Simulation.Invariants;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The operators, who work through the attention list and resolve what they can from what the provider shows them.</summary>
internal sealed class Operators(HistoryContext context, LedgerModel ledger, SimRandom random)
{
    /// <summary>The time at which operators stop working.</summary>
    public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

    public async Task RunAsync()
    {
        for (var round = 1; context.World.Now < Until; round++)
        {
            await context.WaitAsync(random.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(16)));
            if (context.World.Now < Until && context.World.Parts.Has($"operators {round}") && context.Hosts.Pick(random) is { } process)
                await ReviewAsync(process, round);
        }
    }

    private async Task ReviewAsync(Processes.ShopProcess process, int round)
    {
        foreach (var item in await context.Callers.ListAttentionAsync(process) ?? [])
        {
            var order = context.Diary.Order(item.Order.OrderId.Value);
            var chance = SimRandom.Named(context.World.Seed ^ (ulong)round, "operator", item.Order.OrderId.Value);
            if (order is null || !chance.Chance(0.7) || !context.World.Parts.Has($"{order.Purchase.Name}: operator {round}"))
                continue;
            await ResolveAsync(order, item, chance);
        }

        foreach (var order in context.Diary.Purchases.SelectMany(purchase => purchase.Orders).Where(order => order.IsReversed).ToList())
        {
            var chance = SimRandom.Named(context.World.Seed ^ (ulong)round, "impatient operator", order.OrderId);
            if (chance.Chance(0.1) && context.World.Parts.Has($"{order.Purchase.Name}: impatient operator {round}"))
                await PayReversedAsync(order, chance);
        }
    }

    /// <summary>
    /// Pays an order back by hand, in whole or in part, while its reversal goes on. The ledger accepts it only while a cancel stands still.
    /// </summary>
    private async Task PayReversedAsync(OrderDiary order, SimRandom chance)
    {
        if (order.Payments(context.Gateway).FirstOrDefault(paid => paid.Kept > 1) is not { } payment || payment.Latest.Cancels.Exists(cancel => cancel.Status == Cancellation.InProgress))
            return;
        var amount = chance.Chance(0.5) ? payment.Kept : Math.Floor(payment.Kept / 2);
        var before = RecordedByHand(order);
        if (context.Hosts.Pick(chance) is not { } process)
            return;
        var since = order.ByHandSince;
        order.ByHandSince ??= context.World.Now;
        await context.Callers.ResolveAsync(process, order.Purchase.Name, order.OrderId, ResolutionKind.RefundedByHand, refundId: null, withoutQuery: false, amount);
        // Whether a lost answer was written is read from the row: a decision that names no refund must not be repeated.
        await context.WaitAsync(TimeSpan.FromMinutes(2));
        if (RecordedByHand(order) == before)
        {
            order.ByHandSince = since;
            return;
        }

        order.Resolved = context.World.Now;
        Note(order, $"pays {amount} back by hand");
        GatewayModel.PayBackByHand(payment, amount);
    }

    private decimal RecordedByHand(OrderDiary order) => ledger.Row("", OrderId.Parse(order.OrderId))?.Attempt.RefundedByHand ?? 0;

    private async Task ResolveAsync(OrderDiary order, AttentionItem item, SimRandom chance)
    {
        var payments = order.Payments(context.Gateway);
        var payment = payments.FirstOrDefault(paid => paid.Kept != 0) ?? payments.FirstOrDefault(paid => paid.Key == item.PaymentKey?.Value);
        var kept = payment?.Kept ?? 0;
        if (item.Refund is { Status: RefundResultStatus.PayoutFailed } failed && payment is not null)
        {
            await PayByHandAsync(order, payment, failed.Amount?.Value ?? payment.Plan.Amount, failed.RefundId.Value, chance);
            return;
        }

        if (payment is null || kept == 0)
        {
            // A waiting account does not need an operator.
            if (payment is { Latest.Status: PaymentStatuses.WaitingForDeposit } && order.ReversalAsked is null && chance.Chance(0.5))
                await ResolveAsync(order, ResolutionKind.Approved, chance, readsGateway: true);
            // No money was taken, or all of it was returned. An order with a payment that may still be approved is not resolved.
            else if (payments.All(one => IsOver(one)))
                await ResolveAsync(order, chance.Chance(0.15) ? ResolutionKind.Reverse : ResolutionKind.NotCharged, chance);
            return;
        }

        if (order.ReversalPromised is not null || IsDuplicate(order))
        {
            await ReverseAsync(order, payment, chance);
            return;
        }

        if (kept != order.Amount && payment.PaidBackByHand == 0 && chance.Chance(0.2))
        {
            Note(order, "cancels everything at the dashboard");
            context.Gateway.CancelAtDashboard(payment, null, "관리자 취소");
            return;
        }

        if (kept != order.Amount)
            await ResolveAsync(order, chance.Chance(0.5) ? ResolutionKind.AcceptAmount : ResolutionKind.Reverse, chance);
        else
            await ResolveAsync(order, chance.Chance(0.85) ? ResolutionKind.Approved : ResolutionKind.Reverse, chance);
    }

    /// <summary>Returns the money at the dashboard, by hand or by a new reversal, or sometimes accepts the payment as a sale instead.</summary>
    private async Task ReverseAsync(OrderDiary order, GatewayPayment payment, SimRandom chance)
    {
        switch (chance.Below(10))
        {
            // The dashboard would also return what was already paid back by hand.
            case < 5 when payment.PaidBackByHand == 0:
                Note(order, "cancels everything at the dashboard");
                context.Gateway.CancelAtDashboard(payment, null, "관리자 취소");
                break;
            case < 7:
                await ResolveAsync(order, ResolutionKind.Reverse, chance);
                break;
            case < 9 when !payment.Latest.Cancels.Exists(cancel => cancel.Status == Cancellation.InProgress):
                await PayByHandAsync(order, payment, payment.Kept, null, chance);
                break;
            default:
                await ResolveAsync(order, payment.Latest.Total == order.Amount ? ResolutionKind.Approved : ResolutionKind.AcceptAmount, chance);
                break;
        }
    }

    /// <summary>Records a refund by hand, then pays it. A refund that could not be recorded is not paid.</summary>
    private async Task PayByHandAsync(OrderDiary order, GatewayPayment payment, decimal amount, string? refundId, SimRandom chance)
    {
        order.ByHandSince = context.World.Now;
        var isWritten = await ResolveAsync(order, ResolutionKind.RefundedByHand, chance, refundId);
        order.ByHandSince = isWritten == false ? null : order.ByHandSince;
        if (isWritten != true)
            return;
        Note(order, $"pays {amount} back by hand");
        GatewayModel.PayBackByHand(payment, amount);
        if (refundId is not null && order.Refund(refundId) is { } asked)
            asked.ByHand = true;
    }

    /// <summary>Returns whether the operator's decision is in the ledger; null when no process answered.</summary>
    private async Task<bool?> ResolveAsync(OrderDiary order, ResolutionKind resolution, SimRandom chance, string? refundId = null, bool readsGateway = false)
    {
        var withoutQuery = !readsGateway && resolution is ResolutionKind.Approved or ResolutionKind.NotCharged && chance.Chance(0.15);
        if (resolution == ResolutionKind.Reverse)
            order.ReversalAsked ??= context.World.Now;
        if (resolution is ResolutionKind.Approved or ResolutionKind.AcceptAmount)
            order.WithdrawalAsked = context.World.Now;
        ResolveOutcome? outcome = null;
        var isInDoubt = false;
        // An operator who decided waits until it is known whether the decision was written.
        for (var asked = 0; asked < 60 && outcome is null; asked++)
        {
            if (context.Hosts.Pick(chance) is { } process)
            {
                outcome = await context.Callers.ResolveAsync(process, order.Purchase.Name, order.OrderId, resolution, refundId, withoutQuery);
                isInDoubt |= outcome is null;
            }

            if (outcome is null)
                await context.WaitAsync(TimeSpan.FromSeconds(30));
        }

        // NotNeeded after a lost answer means that the lost call had resolved the order.
        if (outcome is not ResolveOutcome.Resolved && !(isInDoubt && outcome is ResolveOutcome.NotNeeded))
        {
            // No process answered, and the decision may be in the ledger.
            if (outcome is null && isInDoubt)
                order.Resolved = context.World.Now;
            return outcome is null && isInDoubt ? null : false;
        }

        order.Resolved = context.World.Now;
        switch (resolution)
        {
            case ResolutionKind.Approved:
                order.ReversalWithdrawn = order.ReversalPromised is null ? null : context.World.Now;
                break;
            case ResolutionKind.AcceptAmount:
                order.AmountAccepted = context.World.Now;
                order.ReversalWithdrawn = order.ReversalPromised is null ? null : context.World.Now;
                break;
            case ResolutionKind.Reverse:
                order.ReversalPromised ??= context.World.Now;
                order.ReversalWithdrawn = null;
                break;
            default:
                break;
        }

        return true;
    }

    /// <summary>Returns whether another attempt of the purchase was paid, too.</summary>
    private bool IsDuplicate(OrderDiary order) =>
        order.Purchase.Orders.Exists(other => other != order && other.Kept(context.Gateway) > 0);

    private bool IsOver(GatewayPayment payment)
    {
        context.Gateway.Age(payment);
        return payment.InWork == 0 && payment.Latest.Status is PaymentStatuses.Expired or PaymentStatuses.Aborted or PaymentStatuses.Canceled or PaymentStatuses.PartialCanceled;
    }

    private void Note(OrderDiary order, string what) => context.World.Note(context.World.Itself, $"{order.Purchase.Name}: an operator {what}");
}
