using PaymentSdk.Api;
using PaymentSdk.Api.Payments;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>Creates the rows of refunds. A row fixes the request before it is sent.</summary>
internal static class RefundRows
{
    private const string DuplicateReason = "중복 결제 자동 취소";

    /// <summary>Creates the row of a refund that the shop requests.</summary>
    public static RefundRecord Of(CheckoutContext context, AttemptSnapshot entry, RefundRequest request, int number)
    {
        var attempt = entry.Attempt;
        // A virtual account without a deposit is closed as a whole; the API accepts no amount for it.
        var isAccount = attempt.State == AttemptState.AwaitingDeposit;
        return New(context, entry, request.RefundId, number, request.Reason, request.Actor) with
        {
            Amount = isAccount ? null : request.Amount ?? attempt.Balance - attempt.RefundedByHand,
            TaxFreeAmount = request.TaxFreeAmount,
            RefundableAmount = isAccount ? null : attempt.Balance,
            NeedsAccount = request.RefundAccount is not null,
        };
    }

    /// <summary>
    /// Creates the row of a refund of everything that is left, for a reversal or a duplicate payment. The reason is that of the shop's reversal, if
    /// there is one. The amount is based on the balance as it was just seen, so that the cancel cannot refund more than that.
    /// </summary>
    /// <param name="context">The context of the checkout.</param>
    /// <param name="entry">The row of the attempt.</param>
    /// <param name="balance">The gateway's balance as it was just seen; null for a virtual account without a deposit.</param>
    /// <param name="number">The number of the cancel among the refunds of the attempt.</param>
    public static RefundRecord OfReversal(CheckoutContext context, AttemptSnapshot entry, decimal? balance, int number)
    {
        var attempt = entry.Attempt;
        return New(context, entry, RefundId.Parse($"{RefundStates.ReservedPrefix}reversal-{number}"), number, attempt.ReversalReason ?? DuplicateReason, attempt.ReversalActor ?? MoveReason.Recovery) with
        {
            Amount = balance - attempt.RefundedByHand,
            RefundableAmount = balance,
        };
    }

    /// <summary>Returns the URL to which the cancel of an attempt is sent.</summary>
    public static string Url(PaymentSettings settings, Attempt attempt) => CancelWire.Url(settings, attempt.PaymentKey!.Value);

    /// <summary>Returns the attempt and the refund with a lease that begins now and under which the cancel may be sent.</summary>
    /// <param name="entry">The row of the attempt.</param>
    /// <param name="refund">The refund to send.</param>
    /// <param name="newKey">A key that replaces a spent key under which it is known that nothing was done; null keeps the stored key.</param>
    public static (Attempt Attempt, RefundRecord Refund) Send(AttemptSnapshot entry, RefundRecord refund, IdempotencyKey? newKey = null) => (
        entry.Attempt with
        {
            OpenRefund = refund.RefundId,
            LeaseUntil = entry.Now + LeasedAttempt.Lease,
            DueAt = entry.Now + LeasedAttempt.Lease,
        },
        refund with
        {
            State = RefundProgress.Sent,
            IdempotencyKey = newKey ?? refund.IdempotencyKey,
            KeyCount = newKey is null ? refund.KeyCount : refund.KeyCount + 1,
            AnsweredCount = newKey is null ? refund.AnsweredCount : 0,
            QueryOnly = newKey is null && refund.QueryOnly,
            FirstSentAt = refund.FirstSentAt ?? entry.Now,
            LastSendAt = entry.Now + LeasedAttempt.SendWindow,
            NoneSeenAt = null,
            RecheckCount = refund.FirstSentAt is null ? 0 : refund.RecheckCount,
            ChangedAt = entry.Now,
        });

    private static RefundRecord New(CheckoutContext context, AttemptSnapshot entry, RefundId refundId, int number, string reason, string actor)
    {
        var settings = context.Settings.Current;
        return new RefundRecord
        {
            Merchant = entry.Attempt.Merchant,
            OrderId = entry.Attempt.OrderId,
            RefundId = refundId,
            Number = number,
            State = RefundProgress.Requested,
            CancelsBefore = entry.Attempt.CancelCount,
            Reason = reason,
            Actor = actor,
            IdempotencyKey = context.Runtime.NewIdempotencyKey(),
            SecretFingerprint = settings.SecretKey.Fingerprint,
            RequestUrl = Url(settings, entry.Attempt),
            RequestedAt = entry.Now,
            ChangedAt = entry.Now,
        };
    }
}
