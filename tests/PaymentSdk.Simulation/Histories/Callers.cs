using PaymentSdk.Simulation.Invariants;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>
/// The callers of the shop's checkout. Each calls a process, waits for a limited time, and records the outcome. A process that crashes
/// returns nothing.
/// </summary>
internal sealed class Callers(World world, Diary diary)
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(58);

    public Task<OpenOutcome?> OpenAsync(ShopProcess process, string purchase, decimal price, string? customerKey)
    {
        var asked = new NewPurchase
        {
            PurchaseId = PurchaseId.Parse(purchase),
            Amount = Money.Krw(price),
            OrderName = "사과 한 상자",
            CustomerKey = customerKey is null ? null : CustomerKey.Parse(customerKey),
        };
        return AskAsync(process, "open", purchase, process => process.Checkout.OpenAsync(asked), (outcome, telling) => Opened(outcome, telling, purchase));
    }

    public Task<OpenOutcome?> OpenAgainAsync(ShopProcess process, string purchase, string orderId) =>
        AskAsync(process, "open-again", purchase, process => process.Checkout.OpenAgainAsync(OrderId.Parse(orderId)), (outcome, telling) => Opened(outcome, telling, purchase));

    public Task<ConfirmOutcome?> ConfirmAsync(ShopProcess process, string purchase, string orderId, string paymentKey, decimal? amount, string? type)
    {
        diary.Order(orderId)?.Confirmed.Add(paymentKey);
        var asked = new PaymentConfirmation
        {
            OrderId = OrderId.Parse(orderId),
            PaymentKey = PaymentKey.Parse(paymentKey),
            Amount = amount,
            PaymentType = type,
        };
        return AskAsync(process, "confirm", purchase, process => process.Checkout.ConfirmAsync(asked), (outcome, telling) => Confirmed(outcome, telling with { PaymentKey = paymentKey }));
    }

    public Task<ConfirmOutcome?> ChargeAsync(ShopProcess process, string purchase, Charge charge) =>
        AskAsync(process, "charge", purchase, process => process.Charges.ChargeAsync(charge), (outcome, telling) => Confirmed(outcome, telling) with { Reason = charge.Amount.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public Task<PaymentOrder?> FindAsync(ShopProcess process, string purchase, string orderId) =>
        AskAsync(process, "find", purchase, process => process.Checkout.FindAsync(OrderId.Parse(orderId)), (order, telling) => Shown(telling with { Outcome = order?.Status.ToString() ?? "None", OrderId = orderId }, order));

    public Task<RefundOutcome?> RefundAsync(ShopProcess process, string purchase, string orderId, string refundId, decimal? amount, RefundReceiveAccount? account, decimal? taxFree = null, bool allowDuplicate = false)
    {
        diary.Order(orderId)?.Ask(refundId, amount, allowDuplicate, world.Now);
        var asked = new RefundRequest
        {
            OrderId = OrderId.Parse(orderId),
            RefundId = RefundId.Parse(refundId),
            Reason = $"{refundId} 고객 요청",
            Amount = amount,
            TaxFreeAmount = taxFree,
            RefundAccount = account,
            AllowDuplicate = allowDuplicate,
        };
        return AskAsync(process, "refund", purchase, process => process.Refunds.RefundAsync(asked), (outcome, telling) => Refunded(outcome, telling with { OrderId = orderId, RefundId = refundId, Amount = amount }));
    }

    public Task<ReversalOutcome?> ReverseAsync(ShopProcess process, string purchase, string orderId)
    {
        if (diary.Order(orderId) is { } order)
            order.ReversalAsked ??= world.Now;
        var asked = new ReversalRequest { OrderId = OrderId.Parse(orderId), Reason = "재고 없음" };
        return AskAsync(process, "reverse", purchase, process => process.Checkout.ReverseAsync(asked), (outcome, telling) => Reversed(outcome, telling with { OrderId = orderId }));
    }

    public async Task<IReadOnlyList<RefundResult>?> FindRefundsAsync(ShopProcess process, string purchase, string orderId)
    {
        var found = await AskAsync(process, "find-refunds", purchase, process => process.Refunds.ListAsync(OrderId.Parse(orderId)), (refunds, telling) => telling with { Outcome = $"{refunds.Count}", OrderId = orderId });
        foreach (var refund in found ?? [])
        {
            diary.Tell(new Telling("find-refund", refund.Status.ToString(), world.Now, world.Now, process.Name)
            {
                OrderId = orderId,
                RefundId = refund.RefundId.Value,
                Refund = refund.Status,
                TransactionKey = refund.TransactionKey,
                Amount = refund.Amount?.Value,
            });
        }

        return found;
    }

    public Task<IReadOnlyList<AttentionItem>?> ListAttentionAsync(ShopProcess process) =>
        AskAsync(process, "attention", "", process => process.Reviews.ListAsync(1000), (items, telling) => telling with { Outcome = $"{items.Count}" });

    public Task<ResolveOutcome?> ResolveAsync(ShopProcess process, string purchase, string orderId, ResolutionKind resolution, string? refundId, bool withoutQuery)
    {
        var asked = new ManualResolution
        {
            OrderId = OrderId.Parse(orderId),
            Resolution = resolution,
            RefundId = refundId is null ? null : RefundId.Parse(refundId),
            Actor = "kim",
            Reason = "상점 관리자에서 확인",
            WithoutQuery = withoutQuery,
        };
        return AskAsync(process, "resolve", purchase, process => process.Reviews.ResolveAsync(asked), (outcome, telling) => telling with
        {
            OrderId = orderId,
            Outcome = outcome.GetType().Name,
            Reason = resolution.ToString(),
            Status = outcome.Match<PaymentOrder?>(resolved => resolved.Order, contradicted => contradicted.Order, notNeeded => notNeeded.Order, _ => null)?.Status.ToString(),
        });
    }

    /// <summary>Calls a process and returns its answer; null when none came in time or the call threw an exception.</summary>
    private async Task<T?> AskAsync<T>(ShopProcess process, string call, string purchase, Func<ShopProcess, Task<T>> ask, Func<T, Telling, Telling> told)
        where T : class?
    {
        var begun = world.Now;
        if (world.Trace is not null)
            world.Tell(world.Itself, $"{purchase}: asks {process.Name} to {call}");
        var heard = new TaskCompletionSource<T?>();
        var isOver = false;
        var patience = world.After(MaxWait, world.Itself, () =>
        {
            isOver = true;
            heard.TrySetResult(null);
        });
        _ = ReceiveAsync();
        return await heard.Task;

        async Task ReceiveAsync()
        {
            T? answer = null;
            try
            {
                answer = await ask(process);
            }
            catch (Exception failure) when (failure is LedgerException or ArgumentException)
            {
                Tell(new Telling(call, failure is LedgerException ? "LedgerUnavailable" : "Argument", begun, world.Now, process.Name) { Reason = failure.Message });
            }
            catch (Exception failure)
            {
                diary.Violate("threw", purchase, $"{call} threw {failure.GetType().Name}: {failure.Message}");
            }

            world.CheckThread();
            if (isOver)
                return;
            patience.CallOff();
            if (answer is not null)
                Tell(told(answer, new Telling(call, "", begun, world.Now, process.Name)));
            heard.TrySetResult(answer);
        }

        void Tell(Telling telling)
        {
            world.Note(world.Itself, $"{purchase}: {telling}{(telling.Reason is null ? "" : $" \"{telling.Reason}\"")}");
            diary.Tell(telling);
        }
    }

    private Telling Opened(OpenOutcome outcome, Telling telling, string purchase)
    {
        var order = outcome.Match<PaymentOrder?>(opened => opened.Order, notOpen => notOpen.Live, _ => null);
        if (outcome is OpenOutcome.Opened)
            diary.Open(purchase, order!.OrderId.Value, order.Amount.Value);
        return Shown(telling with { Outcome = outcome.GetType().Name, OrderId = order?.OrderId.Value }, order);
    }

    private static Telling Confirmed(ConfirmOutcome outcome, Telling telling)
    {
        var order = outcome.Match<PaymentOrder?>(
            paid => paid.Order, awaiting => awaiting.Order, checking => checking.Order, declined => declined.Order,
            _ => null, _ => null, mismatch => mismatch.Order, notOpen => notOpen.Live, _ => null);
        var orderId = outcome.Match(
            paid => paid.Order.OrderId, awaiting => awaiting.Order.OrderId, checking => checking.Order.OrderId, declined => declined.Order.OrderId,
            notCharged => notCharged.OrderId, unavailable => unavailable.OrderId, mismatch => mismatch.Order.OrderId, notOpen => notOpen.Live.OrderId, notFound => notFound.OrderId);
        return Shown(telling with { Outcome = outcome.GetType().Name, OrderId = orderId.Value }, order);
    }

    private static Telling Refunded(RefundOutcome outcome, Telling telling)
    {
        var (order, refund, reason) = outcome.Match<(PaymentOrder?, RefundResult?, string?)>(
            done => (done.Order, done.Refund, null), pending => (pending.Order, pending.Refund, null), checking => (checking.Order, checking.Refund, null),
            refused => (refused.Order, refused.Refund, refused.Refund.FailureCode?.Value), failed => (failed.Order, failed.Refund, null),
            open => (open.Order, null, $"{open.Refund.RefundId} is open"), notRefundable => (notRefundable.Order, null, notRefundable.Reason.English), notRefunded => (null, null, notRefunded.Reason.English),
            unavailable => (null, null, unavailable.Reason.English), _ => (null, null, null));
        return telling with
        {
            Outcome = outcome.GetType().Name,
            Status = order?.Status.ToString(),
            Balance = order?.Balance?.Value,
            Refund = refund?.Status,
            TransactionKey = refund?.TransactionKey,
            Amount = refund?.Amount?.Value ?? telling.Amount,
            Reason = reason,
        };
    }

    private static Telling Reversed(ReversalOutcome outcome, Telling telling)
    {
        var order = outcome.Match<PaymentOrder?>(reversed => reversed.Order, checking => checking.Order, watched => watched.Order, attention => attention.Order, _ => null, _ => null);
        return Shown(telling with { Outcome = outcome.GetType().Name }, order);
    }

    private static Telling Shown(Telling telling, PaymentOrder? order) => order is null
        ? telling
        : telling with { Status = order.Status.ToString(), Amount = order.Amount.Value, Balance = order.Balance?.Value };
}
