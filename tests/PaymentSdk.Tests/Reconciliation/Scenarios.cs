using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Checkout;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Reconciliation;

/// <summary>Runs a named scenario on a new order, and returns the order id.</summary>
internal sealed class Scenarios(PaidShop shop)
{
    public async Task<OrderId> GoAsync(string way)
    {
        switch (way)
        {
            case "opened":
                return await shop.Shop.OpenAsync();
            case "superseded":
                var first = await shop.Shop.OpenAsync();
                await shop.Checkout.OpenAgainAsync(first);
                return first;
            case "approved":
                return (await shop.PayAsync()).OrderId;
            case "approved, answer lost":
                return await ConfirmAsync(SandboxFaultKind.CloseAfterWork);
            case "declined":
                return await ConfirmAsync(null, failure: "REJECT_CARD_PAYMENT");
            case "unknown":
                return await LoseSightAsync();
            case "expired":
                return await ExpireAsync();
            case "not sent":
                return await NotSentAsync();
            case "another amount" or "another amount, kept":
                return await MismatchAsync(way.EndsWith("kept", StringComparison.Ordinal));
            default:
                return await GoOnAsync(way);
        }
    }

    private Task<OrderId> GoOnAsync(string way) => way switch
    {
        "refunded in parts" => RefundAsync(2_000, 4_000),
        "refunded in full in two parts" => RefundAsync(5_000, null),
        "refunded in full" => RefundAsync([null]),
        "refunded at the dashboard" => AtDashboardAsync(),
        "reversed" => ReverseAsync(),
        "reversed while unknown" => ReverseUnknownAsync(),
        "account waits" => AccountAsync(),
        "account deposited" => AccountAsync(shop.Gateway.Deposit),
        "account closed" => CloseAccountAsync(),
        "account refunded" => RefundAccountAsync(),
        "closed, and paid late" => PaidLateAsync(PurchaseId.New()),
        "paid twice" => PaidTwiceAsync(),
        "refund, answer lost" => LoseRefundAsync(),
        "deposit returned" => AccountAsync(shop.Gateway.Deposit, shop.Gateway.ReverseDeposit),
        "deposit returned and made again" => AccountAsync(shop.Gateway.Deposit, shop.Gateway.ReverseDeposit, shop.Gateway.Deposit),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "There is no such scenario."),
    };

    private async Task<OrderId> ConfirmAsync(SandboxFaultKind? fault, string? failure = null)
    {
        var orderId = await shop.Shop.OpenAsync();
        var key = shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { ConfirmFailure = failure });
        if (fault is { } kind)
            await shop.ArmAsync(SandboxOperation.Confirm, kind);
        await shop.Shop.ConfirmAsync(orderId, key);
        return orderId;
    }

    private async Task<OrderId> LoseSightAsync()
    {
        await shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseBeforeWork, 1000);
        await shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 1000);
        return await ConfirmAsync(null);
    }

    private async Task<OrderId> ExpireAsync()
    {
        await shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseBeforeWork, 1000);
        var orderId = await ConfirmAsync(null);
        await Until.TrueAsync(
            async () =>
            {
                shop.Time.Advance(TimeSpan.FromMinutes(3));
                return await shop.Shop.StateAsync(orderId) == AttemptState.Expired;
            },
            () => "the order does not expire");
        return orderId;
    }

    private async Task<OrderId> NotSentAsync()
    {
        var orderId = await shop.Shop.OpenAsync();
        var key = shop.Authenticate(orderId);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = TimeSpan.FromHours(1) });
        await shop.Shop.ConfirmAsync(orderId, key);
        shop.Gateway.ClearFaults();
        await Until.TrueAsync(GatewayAnswersAsync, () => "the gateway does not become available again");
        return orderId;
    }

    private async Task<bool> GatewayAnswersAsync()
    {
        try
        {
            await shop.ReconcileAsync();
            return true;
        }
        catch (PaymentException)
        {
            return false;
        }
    }

    private async Task<OrderId> MismatchAsync(bool kept)
    {
        var orderId = await ConfirmAsync(SandboxFaultKind.WrongAmount);
        await shop.Shop.UntilAsync(orderId, AttemptState.Mismatch);
        if (kept)
            await shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = ResolutionKind.Approved, Actor = "clerk", Reason = "checked in the dashboard" });
        return orderId;
    }

    private async Task<OrderId> RefundAsync(params decimal?[] amounts)
    {
        var (orderId, _) = await shop.PayAsync();
        for (var number = 0; number < amounts.Length; number++)
            Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, $"r{number}", amounts[number]));
        return orderId;
    }

    private async Task<OrderId> AtDashboardAsync()
    {
        var (orderId, key) = await shop.PayAsync();
        shop.Gateway.CancelAtDashboard(key, 5_000);
        await shop.ReconcileAsync();
        return orderId;
    }

    private async Task<OrderId> ReverseAsync()
    {
        var (orderId, _) = await shop.PayAsync();
        await shop.ReverseAsync(orderId);
        return orderId;
    }

    private async Task<OrderId> ReverseUnknownAsync()
    {
        await shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork);
        await shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 1000);
        var orderId = await ConfirmAsync(null);
        shop.Gateway.ClearFaults();
        await shop.ReverseAsync(orderId);
        // A running query may hold the lease of the row, so its lease must expire first.
        shop.Time.Advance(TimeSpan.FromMinutes(3));
        return orderId;
    }

    private async Task<OrderId> CloseAccountAsync()
    {
        var (orderId, _) = await shop.PayAsync("VIRTUAL_ACCOUNT");
        Assert.IsType<RefundOutcome.Done>(await shop.CancelAsync(orderId, "r1"));
        return orderId;
    }

    private async Task<OrderId> RefundAccountAsync()
    {
        var orderId = await AccountAsync(shop.Gateway.Deposit);
        var account = new RefundReceiveAccount { Bank = "88", AccountNumber = "110123456789", HolderName = "김토스" };
        Assert.IsType<RefundOutcome.Pending>(await shop.CancelAsync(orderId, "r1", account: account));
        return orderId;
    }

    private async Task<OrderId> LoseRefundAsync()
    {
        var (orderId, _) = await shop.PayAsync();
        await shop.ArmAsync(SandboxOperation.Cancel, SandboxFaultKind.CloseAfterWork);
        await shop.CancelAsync(orderId, "r1", 3_000);
        await shop.UntilRefundAsync(orderId, "r1", RefundProgress.Done);
        return orderId;
    }

    /// <summary>Creates an order that was closed although the gateway had taken the money. The reconciliation then finds the payment.</summary>
    private async Task<OrderId> PaidLateAsync(PurchaseId purchaseId)
    {
        var orderId = await CloseUnseenAsync(purchaseId);
        Assert.Contains(orderId, (await shop.ReconcileAsync()).Repaired);
        Assert.Contains(OrderEventType.PaidLate, await shop.EventsAsync(orderId));
        return orderId;
    }

    private async Task<OrderId> PaidTwiceAsync()
    {
        var purchaseId = PurchaseId.New();
        var first = await CloseUnseenAsync(purchaseId);
        await shop.PayAsync(purchaseId: purchaseId);
        await shop.ReconcileAsync();
        return first;
    }

    private async Task<OrderId> CloseUnseenAsync(PurchaseId purchaseId)
    {
        var orderId = await shop.Shop.OpenAsync(purchaseId: purchaseId);
        await shop.ArmAsync(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork, 1000);
        await shop.ArmAsync(SandboxOperation.Get, SandboxFaultKind.Status500, 1000);
        await shop.Shop.ConfirmAsync(orderId, shop.Authenticate(orderId));
        await shop.CloseAsync(orderId);
        shop.Gateway.ClearFaults();
        return orderId;
    }

    /// <summary>Opens a virtual account and applies these changes at the gateway. The order is queried after each change.</summary>
    private async Task<OrderId> AccountAsync(params Func<string, SandboxPayment>[] happenings)
    {
        var (orderId, key) = await shop.PayAsync("VIRTUAL_ACCOUNT");
        foreach (var happen in happenings)
        {
            var payment = happen(key);
            await shop.ReconcileAsync();
            // A returned deposit needs a second, agreeing query a minute after the first.
            shop.Time.Advance(TimeSpan.FromSeconds(61));
            await shop.Shop.UntilAsync(orderId, payment.Status == "DONE" ? AttemptState.Approved : AttemptState.AwaitingDeposit);
        }
        return orderId;
    }
}
