using PaymentSdk.Payments;
using PaymentSdk.Settings;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>Makes the rows of refunds: what is to be sent is fixed before anything is.</summary>
internal static class RefundRows
{
    private const string TakeBackId = "take-back";

    /// <summary>A refund that the shop asks for.</summary>
    public static Refund Ask(CheckoutContext context, LedgerEntry entry, CancelPayment wish, int number) =>
        New(context.Settings.Current, entry, wish.CancelId, number, wish.Reason, wish.Actor) with
        {
            // An account that nothing was paid into is closed as a whole: the API takes no amount for it.
            Amount = entry.Attempt.State == AttemptState.AwaitingDeposit ? null : wish.Amount ?? entry.Attempt.Balance,
            TaxFreeAmount = wish.TaxFreeAmount,
            RefundableAmount = entry.Attempt.State == AttemptState.AwaitingDeposit ? null : entry.Attempt.Balance,
            NeedsAccount = wish.RefundAccount is not null,
        };

    /// <summary>The cancel of everything, whatever it is by then.</summary>
    public static Refund TakeBack(CheckoutContext context, LedgerEntry entry, int number, string reason, string actor) =>
        New(context.Settings.Current, entry, CancelId.Parse(number == 1 ? TakeBackId : $"{TakeBackId}-{number}"), number, reason, actor);

    private static Refund New(PaymentSettings settings, LedgerEntry entry, CancelId cancelId, int number, string reason, string actor) => new()
    {
        Merchant = entry.Attempt.Merchant,
        OrderId = entry.Attempt.OrderId,
        CancelId = cancelId,
        Number = number,
        State = RefundState.Requested,
        CancelsBefore = entry.Attempt.CancelCount,
        Reason = reason,
        Actor = actor,
        IdempotencyKey = IdempotencyKey.New(),
        SecretFingerprint = settings.SecretKey.Fingerprint,
        RequestUrl = Url(settings, entry.Attempt),
        RequestedAt = entry.Now,
        ChangedAt = entry.Now,
    };

    /// <summary>Where its cancel goes.</summary>
    public static string Url(PaymentSettings settings, Attempt attempt) => CancelWire.Url(settings, attempt.PaymentKey!.Value);

    /// <summary>The refund and its attempt as they are while a send may leave under a lease that begins now.</summary>
    public static (Attempt Attempt, Refund Refund) Send(LedgerEntry entry, Refund refund) => (
        entry.Attempt with
        {
            OpenRefund = refund.CancelId,
            LeaseUntil = entry.Now + HeldAttempt.Lease,
            DueAt = entry.Now + HeldAttempt.Lease,
        },
        refund with
        {
            State = RefundState.Sent,
            FirstSentAt = refund.FirstSentAt ?? entry.Now,
            Tries = refund.FirstSentAt is null ? 0 : refund.Tries,
            ChangedAt = entry.Now,
        });
}
