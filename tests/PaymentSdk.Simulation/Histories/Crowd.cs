using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;

namespace PaymentSdk.Simulation.Histories;

/// <summary>
/// Virtual accounts that are past their due date and whose queries all become due at the same moment, as after a night in which no process ran.
/// Their first query closes them.
/// </summary>
internal sealed class Crowd(HistoryContext context, LedgerModel ledger)
{
    /// <summary>The earliest time at which the queries become due, measured from the beginning of the history.</summary>
    public static readonly TimeSpan Earliest = TimeSpan.FromMinutes(20);
    public static readonly TimeSpan Latest = TimeSpan.FromMinutes(40);

    /// <summary>Adds the accounts to the ledger and the gateway.</summary>
    /// <returns>The number of purchases that were added.</returns>
    public int Stand(int count, TimeSpan due)
    {
        if (!context.World.Parts.Has("crowd"))
            return 0;
        for (var number = 0; number < count; number++)
            Add($"v{number:000}", due);
        return count;
    }

    private void Add(string name, TimeSpan due)
    {
        var (now, orderId) = (context.World.Now, $"{name}-order-of-the-crowd");
        var plan = new PaymentPlan { Subject = name, OrderId = orderId, Amount = 10_000, Method = PayMethod.VirtualAccount, ValidFor = due - TimeSpan.FromHours(25) };
        var payment = context.Gateway.OpenWindow(plan, context.Hosts.MerchantId);
        context.Gateway.Move(payment, payment.Latest with
        {
            Status = PaymentStatuses.WaitingForDeposit,
            IsConfirmed = true,
            DueDate = now + plan.ValidFor,
            LastTransactionKey = context.Gateway.NewTransactionKey(payment),
        });
        var purchase = new Purchase
        {
            Merchant = "",
            PurchaseId = PurchaseId.Parse(name),
            Amount = Money.Krw(plan.Amount),
            OrderName = "사과",
            LatestAttempt = OrderId.Parse(orderId),
            AttemptCount = 1,
            OpenedAt = now,
        };
        var attempt = new Attempt
        {
            Merchant = "",
            OrderId = OrderId.Parse(orderId),
            PurchaseId = PurchaseId.Parse(name),
            Number = 1,
            State = AttemptState.Created,
            Amount = Money.Krw(plan.Amount),
            OpenedAt = now,
            ChangedAt = now,
        };
        Commit(ref purchase, null, attempt);
        var confirming = attempt with { State = AttemptState.Confirming, PaymentKey = PaymentKey.Parse(payment.Key), FencingToken = 1, FirstSentAt = now, LastSendAt = now };
        purchase = purchase with { LiveAttempt = attempt.OrderId, WasSent = true };
        Commit(ref purchase, attempt, confirming);
        Commit(ref purchase, confirming, confirming with
        {
            State = AttemptState.AwaitingDeposit,
            DueAt = now + due,
            DepositAccount = new DepositAccount { BankCode = "88", AccountNumber = "X6505636518", DueDate = payment.Latest.DueDate },
        });
    }

    private void Commit(ref Purchase purchase, Attempt? before, Attempt after)
    {
        var counted = after with { JournalCount = after.State switch { AttemptState.Created => 1, AttemptState.Confirming => 2, _ => 3 } };
        ledger.Commit(new LedgerCommit
        {
            Purchase = purchase,
            Moves =
            [
                new AttemptMove
                {
                    ExpectedState = before?.State,
                    ExpectedFencingToken = before?.FencingToken ?? 0,
                    Attempt = counted,
                    Journal = new JournalEntry
                    {
                        Merchant = "",
                        PurchaseId = purchase.PurchaseId,
                        OrderId = after.OrderId,
                        Sequence = counted.JournalCount,
                        From = before?.State,
                        To = after.State,
                        Cause = "crowd",
                        Actor = "checkout",
                        FencingToken = after.FencingToken,
                        RecordedAt = context.World.Now,
                    },
                },
            ],
        });
        purchase = purchase with { Version = purchase.Version + 1 };
    }
}
