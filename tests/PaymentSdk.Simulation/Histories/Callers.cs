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
        return AskAsync(process, "open", purchase, process => process.Checkout.OpenAsync(asked), (outcome, report) => Opened(outcome, report, purchase));
    }

    public Task<OpenOutcome?> OpenAgainAsync(ShopProcess process, string purchase, string orderId) =>
        AskAsync(process, "open-again", purchase, process => process.Checkout.OpenAgainAsync(OrderId.Parse(orderId)), (outcome, report) => Opened(outcome, report, purchase));

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
        return AskAsync(process, "confirm", purchase, process => process.Checkout.ConfirmAsync(asked), (outcome, report) => Confirmed(outcome, report with { PaymentKey = paymentKey }));
    }

    public Task<ConfirmOutcome?> ChargeAsync(ShopProcess process, string purchase, Charge charge) =>
        AskAsync(process, "charge", purchase, process => process.Charges.ChargeAsync(charge), (outcome, report) => Confirmed(outcome, report) with { Reason = charge.Amount.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public Task<PaymentOrder?> FindAsync(ShopProcess process, string purchase, string orderId) =>
        AskAsync(process, "find", purchase, process => process.Checkout.FindAsync(OrderId.Parse(orderId)), (order, report) => Shown(report with { Outcome = order?.Status.ToString() ?? "None", OrderId = orderId }, order));

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
        return AskAsync(process, "refund", purchase, process => process.Refunds.RefundAsync(asked), (outcome, report) => Refunded(outcome, report with { OrderId = orderId, RefundId = refundId, Amount = amount }));
    }

    public Task<ReversalOutcome?> ReverseAsync(ShopProcess process, string purchase, string orderId)
    {
        if (diary.Order(orderId) is { } order)
            order.ReversalAsked ??= world.Now;
        var asked = new ReversalRequest { OrderId = OrderId.Parse(orderId), Reason = "재고 없음" };
        return AskAsync(process, "reverse", purchase, process => process.Checkout.ReverseAsync(asked), (outcome, report) => Reversed(outcome, report with { OrderId = orderId }));
    }

    public async Task<IReadOnlyList<RefundResult>?> FindRefundsAsync(ShopProcess process, string purchase, string orderId)
    {
        var found = await AskAsync(process, "find-refunds", purchase, process => process.Refunds.ListAsync(OrderId.Parse(orderId)), (refunds, report) => report with { Outcome = $"{refunds.Count}", OrderId = orderId });
        foreach (var refund in found ?? [])
        {
            diary.Record(new CallReport("find-refund", refund.Status.ToString(), world.Now, world.Now, process.Name)
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
        AskAsync(process, "attention", "", process => process.Reviews.ListAsync(1000), (items, report) => report with { Outcome = $"{items.Count}" });

    public Task<ResolveOutcome?> ResolveAsync(
        ShopProcess process, string purchase, string orderId, ResolutionKind resolution, string? refundId, bool withoutQuery, decimal? amount = null)
    {
        var asked = new ManualResolution
        {
            OrderId = OrderId.Parse(orderId),
            Resolution = resolution,
            RefundId = refundId is null ? null : RefundId.Parse(refundId),
            Actor = "kim",
            Reason = "상점 관리자에서 확인",
            WithoutQuery = withoutQuery,
            Amount = amount,
        };
        return AskAsync(process, "resolve", purchase, process => process.Reviews.ResolveAsync(asked), (outcome, report) => report with
        {
            OrderId = orderId,
            Outcome = outcome.GetType().Name,
            Reason = resolution.ToString(),
            Status = outcome.Match<PaymentOrder?>(resolved => resolved.Order, contradicted => contradicted.Order, notNeeded => notNeeded.Order, _ => null)?.Status.ToString(),
        });
    }

    /// <summary>Calls a process and returns its answer; null when none came in time or the call threw an exception.</summary>
    private async Task<T?> AskAsync<T>(ShopProcess process, string call, string purchase, Func<ShopProcess, Task<T>> ask, Func<T, CallReport, CallReport> read)
        where T : class?
    {
        var begun = world.Now;
        if (world.Trace is not null)
            world.Tell(world.Itself, $"{purchase}: asks {process.Name} to {call}");
        var answered = new TaskCompletionSource<T?>();
        var isOver = false;
        var timeout = world.After(MaxWait, world.Itself, () =>
        {
            isOver = true;
            answered.TrySetResult(null);
        });
        _ = ReceiveAsync();
        return await answered.Task;

        async Task ReceiveAsync()
        {
            T? answer = null;
            try
            {
                answer = await ask(process);
            }
            catch (Exception failure) when (failure is LedgerException or ArgumentException)
            {
                Record(new CallReport(call, failure is LedgerException ? "LedgerUnavailable" : "Argument", begun, world.Now, process.Name) { Reason = failure.Message });
            }
            catch (Exception failure)
            {
                diary.Violate("threw", purchase, $"{call} threw {failure.GetType().Name}: {failure.Message}");
            }

            world.CheckThread();
            if (isOver)
                return;
            timeout.CallOff();
            if (answer is not null)
                Record(read(answer, new CallReport(call, "", begun, world.Now, process.Name)));
            answered.TrySetResult(answer);
        }

        void Record(CallReport report)
        {
            world.Note(world.Itself, $"{purchase}: {report}{(report.Reason is null ? "" : $" \"{report.Reason}\"")}");
            diary.Record(report);
        }
    }

    private CallReport Opened(OpenOutcome outcome, CallReport report, string purchase)
    {
        var order = outcome.Match<PaymentOrder?>(opened => opened.Order, notOpen => notOpen.Live, _ => null);
        if (outcome is OpenOutcome.Opened)
            diary.Open(purchase, order!.OrderId.Value, order.Amount.Value);
        return Shown(report with { Outcome = outcome.GetType().Name, OrderId = order?.OrderId.Value }, order);
    }

    private static CallReport Confirmed(ConfirmOutcome outcome, CallReport report)
    {
        var order = outcome.Match<PaymentOrder?>(
            paid => paid.Order, awaiting => awaiting.Order, checking => checking.Order, declined => declined.Order,
            _ => null, _ => null, mismatch => mismatch.Order, notOpen => notOpen.Live, _ => null);
        var orderId = outcome.Match(
            paid => paid.Order.OrderId, awaiting => awaiting.Order.OrderId, checking => checking.Order.OrderId, declined => declined.Order.OrderId,
            notCharged => notCharged.OrderId, unavailable => unavailable.OrderId, mismatch => mismatch.Order.OrderId, notOpen => notOpen.Live.OrderId, notFound => notFound.OrderId);
        return Shown(report with { Outcome = outcome.GetType().Name, OrderId = orderId.Value }, order);
    }

    private static CallReport Refunded(RefundOutcome outcome, CallReport report)
    {
        var (order, refund, reason) = outcome.Match<(PaymentOrder?, RefundResult?, string?)>(
            done => (done.Order, done.Refund, null), pending => (pending.Order, pending.Refund, null), checking => (checking.Order, checking.Refund, null),
            refused => (refused.Order, refused.Refund, refused.Refund.FailureCode?.Value), failed => (failed.Order, failed.Refund, null),
            open => (open.Order, null, $"{open.Refund.RefundId} is open"), notRefundable => (notRefundable.Order, null, notRefundable.Reason.English), notRefunded => (null, null, notRefunded.Reason.English),
            unavailable => (null, null, unavailable.Reason.English), _ => (null, null, null));
        return report with
        {
            Outcome = outcome.GetType().Name,
            Status = order?.Status.ToString(),
            Balance = order?.Balance?.Value,
            Refund = refund?.Status,
            TransactionKey = refund?.TransactionKey,
            Amount = refund?.Amount?.Value ?? report.Amount,
            Reason = reason,
        };
    }

    private static CallReport Reversed(ReversalOutcome outcome, CallReport report)
    {
        var order = outcome.Match<PaymentOrder?>(reversed => reversed.Order, checking => checking.Order, watched => watched.Order, attention => attention.Order, _ => null, _ => null);
        return Shown(report with { Outcome = outcome.GetType().Name }, order);
    }

    private static CallReport Shown(CallReport report, PaymentOrder? order) => order is null
        ? report
        : report with { Status = order.Status.ToString(), Amount = order.Amount.Value, Balance = order.Balance?.Value };
}
