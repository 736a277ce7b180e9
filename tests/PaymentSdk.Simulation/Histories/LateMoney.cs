using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>
/// Attempts that ended without money and for which the gateway later shows money. What happens to each is drawn from the name of the attempt.
/// The shop reverses some of these orders, before or after the money appears.
/// </summary>
internal sealed class LateMoney(HistoryContext context, HistoryKind kind)
{
    private readonly LateApprovals _gateway = new(context.Gateway);
    private readonly HashSet<string> _planned = new(StringComparer.Ordinal);

    /// <summary>Called when an attempt has ended according to the ledger.</summary>
    public void Ended(Attempt attempt)
    {
        if (kind.LateMoney == 0 || attempt is not { State: AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded or AttemptState.Canceled, ApprovedAt: null })
            return;
        // An attempt whose account was canceled always gets late money, because such attempts are rare.
        var isCanceled = attempt.State == AttemptState.Canceled;
        var name = $"{attempt.PurchaseId}: money comes late {attempt.Number}";
        var random = SimRandom.Named(context.World.Seed, name);
        if (context.Faults.IsQuiet || !random.Chance(isCanceled ? 1 : kind.LateMoney) || !_planned.Add(name) || !context.World.Parts.Has(name))
            return;
        // The money appears within the day during which a closed attempt is still queried.
        var after = random.Below(10) switch
        {
            < 3 => random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            < 7 => random.Between(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(70)),
            _ => random.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(22)),
        };
        context.World.After(after, context.World.Itself, () => Come(attempt, random));
        if (random.Chance(isCanceled ? 0.6 : 0.3))
            context.World.After(random.Between(TimeSpan.Zero, after + TimeSpan.FromMinutes(40)), context.World.Itself, () => _ = ReverseAsync(attempt, random.Fork()));
    }

    private void Come(Attempt attempt, SimRandom random)
    {
        if (Payment(attempt) is not { } payment)
            return;
        context.Gateway.Age(payment);
        if (!LateApprovals.CanBe(payment))
            return;
        var drawn = random.Below(100);
        if (payment is { IsAccount: true, Latest.Status: not PaymentStatuses.WaitingForDeposit } && drawn < 40)
        {
            _gateway.OpenAccount(payment, random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(30)));
            if (random.Chance(0.4))
                context.World.After(random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(20)), context.World.Itself, () => context.Gateway.Cancels.Deposit(payment));
            return;
        }

        var total = drawn is >= 85 and < 95 ? attempt.Amount.Value + 1000 : attempt.Amount.Value;
        _gateway.Approve(payment, total);
        // An operator sees the payment at the dashboard first and cancels it, in full or in part.
        if (drawn is >= 60 and < 75)
            context.Gateway.CancelAtDashboard(payment, drawn < 70 ? null : total / 2, "관리자 취소");
    }

    /// <summary>Returns the payment of the attempt; for a refused charge, the gateway creates one now.</summary>
    private GatewayPayment? Payment(Attempt attempt)
    {
        var payments = context.Gateway.AllOfOrder(attempt.OrderId.Value);
        if (payments.Any(payment => payment.EverTaken))
            return null;
        if (attempt.PaymentKey is { } key)
            return context.Gateway.Find(key.Value);
        if (attempt.Kind is not (AttemptKind.Billing or AttemptKind.KeyIn))
            return payments.Count > 0 ? payments[0] : null;
        var charge = new PaymentPlan { Subject = attempt.PurchaseId.Value, OrderId = attempt.OrderId.Value, Amount = attempt.Amount.Value, Type = "BILLING" };
        return attempt.FirstSentAt is null ? null : context.Gateway.Add(charge, context.Hosts.MerchantId);
    }

    private async Task ReverseAsync(Attempt attempt, SimRandom random)
    {
        if (context.Hosts.Pick(random) is { } process)
            await context.Callers.ReverseAsync(process, attempt.PurchaseId.Value, attempt.OrderId.Value);
    }
}
