using PaymentSdk.Simulation.Invariants;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The objects that all actors of a history share.</summary>
internal sealed record HistoryContext(World World, GatewayModel Gateway, Hosts Hosts, Callers Callers, Diary Diary, FaultPlans Faults)
{
    /// <summary>Waits in true time.</summary>
    public Task WaitAsync(TimeSpan time) => World.ParkAsync(time, World.Itself);

    /// <summary>Returns whether a part of the history happens.</summary>
    public bool Has(PurchasePlan plan, string what) => World.Parts.Has($"{plan.Name}: {what}");
}

/// <summary>A buyer, who opens the basket, authenticates in the window, comes back, clicks twice, reloads and tries again, as planned.</summary>
internal sealed class Buyer(HistoryContext context, PurchasePlan plan)
{
    private readonly SimRandom _random = SimRandom.Named(context.World.Seed, plan.Name, "buyer");
    private int _attempts;

    /// <summary>The order that the buyer is paying; null until the first one is opened.</summary>
    public string? OrderId { get; private set; }

    /// <summary>Every order that the buyer received.</summary>
    public List<string> OrderIds { get; } = [];

    public async Task RunAsync()
    {
        await context.WaitAsync(plan.Begins);
        if (plan.Way is PayWay.Billing or PayWay.KeyIn)
            await ChargeAsync();
        else
            await BuyAsync();
        if (plan.OpensAgainAfter is { } later && context.Has(plan, "opens again later"))
        {
            await context.WaitAsync(later);
            await OpenAsync(plan.Reprices ? plan.Price + 4000 : plan.Price);
        }
    }

    private async Task BuyAsync()
    {
        if (plan.OpensTwice && context.Has(plan, "opens twice"))
            _ = OpenAsync(plan.Price);
        if (await OpenAsync(plan.Price) is not { } order)
            return;
        while (true)
        {
            var (outcome, again) = await PayAsync(order);
            var mayTryAgain = plan.TriesAgain && ++_attempts < 3 && outcome is ConfirmOutcome.Declined or ConfirmOutcome.NotCharged or ConfirmOutcome.NotOpen { Live.CanOpenAgain: true };
            if (!mayTryAgain || !again || !context.Has(plan, $"tries again {_attempts}"))
                return;
            await context.WaitAsync(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)));
            if (await OpenAgainAsync(order) is not { } next)
                return;
            order = next;
        }
    }

    /// <summary>Opens the window, authenticates in it, and confirms the payment.</summary>
    private async Task<(ConfirmOutcome? Outcome, bool MayGoOn)> PayAsync(string order)
    {
        var payment = context.Gateway.OpenWindow(Window(order), context.Hosts.MerchantId);
        var second = plan.OpensTwoWindows && context.Has(plan, $"opens two windows {_attempts}") ? context.Gateway.OpenWindow(Window(order), context.Hosts.MerchantId) : null;
        if (plan.OpensAgainBefore && _attempts == 0 && context.Has(plan, "opens again before"))
        {
            var price = plan.Reprices ? plan.Price + 4000 : plan.Price;
            var newer = await OpenAsync(price);
            // The first window is still open; half of the buyers continue in it.
            if (newer is not null && newer != order && _random.Chance(0.5))
                return await PayInAsync(newer, context.Gateway.OpenWindow(Window(newer, price), context.Hosts.MerchantId), null);
        }

        return await PayInAsync(order, payment, second);
    }

    private async Task<(ConfirmOutcome? Outcome, bool MayGoOn)> PayInAsync(string order, GatewayPayment payment, GatewayPayment? second)
    {
        if (plan.Authenticates is not { } thinks)
            return (null, false);
        await context.WaitAsync(_attempts == 0 ? thinks : _random.Between(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)));
        context.Gateway.Age(payment);
        if (!context.Gateway.Authenticate(payment))
            return (null, false);
        if (second is not null)
            context.Gateway.Authenticate(second);
        await context.WaitAsync(_attempts == 0 ? plan.Confirms : TimeSpan.FromSeconds(1));
        if (plan.Tampers && context.Has(plan, "tampers"))
            await ConfirmAsync(order, payment.Key, payment.Plan.Amount - 100);
        if (plan.BringsForeignKey && context.Gateway.Payments.FirstOrDefault(other => other.Plan.Subject != plan.Name) is { } foreign && context.Has(plan, "brings a foreign key"))
            await ConfirmAsync(order, foreign.Key, payment.Plan.Amount);
        if (plan.DoubleClicks && context.Has(plan, $"double-clicks {_attempts}"))
            _ = LaterAsync(_random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(_random.Chance(0.6) ? 30 : 2500)), () => ConfirmAsync(order, payment.Key, payment.Plan.Amount));
        if (second is not null)
            _ = LaterAsync(_random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(_random.Chance(0.5) ? 1 : 300)), () => ConfirmAsync(order, second.Key, second.Plan.Amount));
        var outcome = await ConfirmUntilAnsweredAsync(order, payment);
        if (plan.Reloads && context.Has(plan, $"reloads {_attempts}"))
        {
            await context.WaitAsync(_random.Between(TimeSpan.FromMilliseconds(200), TimeSpan.FromMinutes(_random.Chance(0.7) ? 1 : 25)));
            outcome = await ConfirmAsync(order, payment.Key, payment.Plan.Amount) ?? outcome;
        }

        return (outcome, true);
    }

    /// <summary>Confirms the payment. A buyer who receives no answer, or the answer "unavailable", tries up to three times.</summary>
    private async Task<ConfirmOutcome?> ConfirmUntilAnsweredAsync(string order, GatewayPayment payment)
    {
        for (var asked = 1; ; asked++)
        {
            var outcome = await ConfirmAsync(order, payment.Key, payment.Plan.Amount);
            if (outcome is not (null or ConfirmOutcome.Unavailable) || asked == 3)
                return outcome;
            await context.WaitAsync(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)));
        }
    }

    private async Task<ConfirmOutcome?> ConfirmAsync(string order, string paymentKey, decimal amount)
    {
        if (await ProcessAsync() is not { } process)
            return null;
        var type = plan.Way == PayWay.BrandPay ? "BRANDPAY" : null;
        var outcome = await context.Callers.ConfirmAsync(process, plan.Name, order, paymentKey, amount, type);
        if (outcome is ConfirmOutcome.AwaitingDeposit && plan.Way == PayWay.Account)
            _ = DepositAsync(paymentKey);
        return outcome;
    }

    private async Task ChargeAsync()
    {
        var token = plan.Way == PayWay.Billing ? $"bk_{plan.Name}" : $"4330{plan.Name[1..]}000000000";
        context.Gateway.ExpectCharge(token, Window("charge"));
        var chargeId = $"{plan.Name}/1";
        if (plan.DoubleClicks && context.Has(plan, "charges twice"))
        {
            var otherAmount = _random.Chance(0.5) && context.Has(plan, "charges twice otherwise");
            var after = _random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(_random.Chance(0.6) ? 20 : 1500));
            _ = LaterAsync(after, () => ChargeAsync(token, chargeId, otherAmount ? plan.Price + 1000 : plan.Price, sameProcess: _random.Chance(0.5)));
        }

        ConfirmOutcome? outcome = null;
        for (var asked = 1; asked <= 3 && outcome is null or ConfirmOutcome.Unavailable; asked++)
        {
            outcome = await ChargeAsync(token, chargeId, plan.Price, sameProcess: true);
            if (outcome is null or ConfirmOutcome.Unavailable)
                await context.WaitAsync(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)));
        }

        if (plan.Reloads && context.Has(plan, "charges again"))
        {
            await context.WaitAsync(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30)));
            outcome = await ChargeAsync(token, chargeId, plan.Price, sameProcess: false) ?? outcome;
        }

        // Dunning: after a charge that was declined or surely not made, the shop charges again under a new charge id.
        if (outcome is ConfirmOutcome.Declined or ConfirmOutcome.NotCharged && plan.TriesAgain && context.Has(plan, "charges anew"))
        {
            await context.WaitAsync(_random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(2)));
            await ChargeAsync(token, $"{plan.Name}/2", plan.Price, sameProcess: false);
        }
    }

    private ShopProcess? _favorite;

    private async Task<ConfirmOutcome?> ChargeAsync(string token, string chargeId, decimal amount, bool sameProcess)
    {
        var process = sameProcess && _favorite is { IsAlive: true } ? _favorite : await ProcessAsync();
        if (process is null)
            return null;
        _favorite ??= process;
        var outcome = await context.Callers.ChargeAsync(process, plan.Name, Charge(token, chargeId, amount));
        return outcome;
    }

    private Charge Charge(string token, string chargeId, decimal amount) => plan.Way == PayWay.Billing
        ? new BillingCharge
        {
            ChargeId = ChargeId.Parse(chargeId),
            PurchaseId = PurchaseId.Parse(plan.Name),
            Amount = Money.Krw(amount),
            OrderName = "사과 정기배송",
            BillingKey = BillingKey.Parse(token),
            CustomerKey = CustomerKey.Parse(plan.CustomerKey),
        }
        : new KeyInCharge
        {
            ChargeId = ChargeId.Parse(chargeId),
            PurchaseId = PurchaseId.Parse(plan.Name),
            Amount = Money.Krw(amount),
            OrderName = "사과 전화주문",
            CardNumber = token,
            CardExpirationYear = "30",
            CardExpirationMonth = "12",
            CustomerIdentityNumber = "900101",
        };

    /// <summary>
    /// Makes a deposit, returns it, and makes another one, as planned. The time of the first deposit is measured from when the account was issued.
    /// </summary>
    private async Task DepositAsync(string paymentKey)
    {
        if (_deposits || plan.Deposits is not { } after || context.Gateway.Find(paymentKey) is not { } payment)
            return;
        _deposits = true;
        var issued = payment.Latest.DueDate - payment.Plan.ValidFor ?? context.World.Now;
        await context.WaitAsync(issued + after - context.World.Now);
        if (!context.Has(plan, "deposits") || !context.Gateway.Cancels.Deposit(payment))
            return;
        if (plan.DepositReturned is not { } returned || !context.Has(plan, "deposit returned"))
            return;
        await context.WaitAsync(returned);
        if (!context.Gateway.Cancels.ReturnDeposit(payment) || plan.DepositsAgain is not { } again || !context.Has(plan, "deposits again"))
            return;
        await context.WaitAsync(again);
        context.Gateway.Cancels.Deposit(payment);
    }

    private bool _deposits;

    private async Task<string?> OpenAsync(decimal price)
    {
        for (var asked = 0; asked < 4; asked++)
        {
            if (await ProcessAsync() is { } process && await context.Callers.OpenAsync(process, plan.Name, price, plan.CustomerKey) is { } outcome)
                return Opened(outcome);
            await context.WaitAsync(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15)));
        }

        return null;
    }

    private async Task<string?> OpenAgainAsync(string order) =>
        await ProcessAsync() is { } process && await context.Callers.OpenAgainAsync(process, plan.Name, order) is { } outcome ? Opened(outcome) : null;

    private string? Opened(OpenOutcome outcome)
    {
        if (outcome is not OpenOutcome.Opened opened)
            return null;
        OrderId = opened.Order.OrderId.Value;
        if (!OrderIds.Contains(OrderId))
            OrderIds.Add(OrderId);
        return OrderId;
    }

    /// <summary>Returns a running process. If there is none, waits up to 25 seconds for one; null when none starts by then.</summary>
    private async Task<ShopProcess?> ProcessAsync()
    {
        for (var asked = 0; asked < 5; asked++)
        {
            if (context.Hosts.Pick(_random) is { } process)
                return process;
            await context.WaitAsync(TimeSpan.FromSeconds(5));
        }

        return null;
    }

    private async Task LaterAsync(TimeSpan after, Func<Task> what)
    {
        await context.WaitAsync(after);
        await what();
    }

    private PaymentPlan Window(string order, decimal? price = null) => new()
    {
        Subject = plan.Name,
        OrderId = order,
        Amount = price ?? plan.Price,
        Method = plan.Method,
        Type = plan.Way switch
        {
            PayWay.BrandPay => "BRANDPAY",
            PayWay.Billing or PayWay.KeyIn => "BILLING",
            _ => "NORMAL",
        },
        CustomerKey = plan.CustomerKey,
        Takes = plan.Takes,
        TakesOnDeposit = plan.TakesOnDeposit,
        // The buyer's second attempt uses another card, which is accepted.
        Declines = _attempts == 0 ? plan.Declines : null,
        RefusesCancels = plan.RefusesCancels,
        ValidFor = plan.ValidFor,
        PayoutFails = plan.PayoutFails,
        PayoutTakes = plan.PayoutTakes,
        CancelsLater = plan.CancelsLater,
        CancelTakes = plan.CancelTakes,
        AbortsCancel = plan.AbortsCancel,
    };
}
