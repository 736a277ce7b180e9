using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>Converts ledger rows to a <see cref="PaymentOrder"/>.</summary>
internal static class OrderProjection
{
    private static readonly BuyerText UnknownRefusal = new(
        "결제가 승인되지 않았습니다. 다른 카드나 결제수단으로 다시 시도해 주세요.",
        "The payment was not approved. Please try again with another card or method.");

    public static PaymentOrder Show(AttemptSnapshot entry) => Show(entry.Purchase, entry.Attempt);

    public static PaymentOrder Show(Purchase purchase, Attempt attempt)
    {
        var status = AttemptStates.Outside(attempt);
        return new PaymentOrder
        {
            OrderId = attempt.OrderId,
            PurchaseId = purchase.PurchaseId,
            Status = status,
            Amount = attempt.Amount,
            OrderName = purchase.OrderName,
            OrderNumber = purchase.OrderNumber,
            CustomerKey = purchase.CustomerKey,
            ResultPage = purchase.ResultPage,
            Method = attempt.Method,
            ApprovedAt = attempt.ApprovedAt,
            Balance = attempt is { ApprovedAt: not null, Balance: { } balance }
                ? Money.Rounded(decimal.Max(balance - attempt.RefundedByHand, 0), AttemptStates.BalanceCurrency(attempt))
                : null,
            ReceiptUrl = attempt.ApprovedAt is null ? null : attempt.ReceiptUrl,
            DepositAccount = status == PaymentOrderStatus.AwaitingDeposit ? attempt.DepositAccount : null,
            FailureCode = status == PaymentOrderStatus.Declined ? attempt.FailureCode : null,
            CanOpenAgain = purchase.LiveAttempt is null && status is not (PaymentOrderStatus.Open or PaymentOrderStatus.Checking),
            TestMode = purchase.TestMode,
        };
    }

    /// <summary>Shows the attempt that blocks the purchase: the live attempt if there is another one, otherwise this attempt.</summary>
    public static async ValueTask<PaymentOrder> ShowBlockingAsync(CheckoutContext context, AttemptSnapshot entry, CancellationToken cancellationToken = default)
    {
        var blocking = entry.Purchase.LiveAttempt is { } live && live != entry.Attempt.OrderId ? await context.FindAsync(live, cancellationToken).ConfigureAwait(false) : null;
        return Show(blocking ?? entry);
    }

    /// <summary>Returns the text that explains a refusal to the buyer.</summary>
    public static BuyerText Explain(PaymentErrorCode? code) =>
        code is { } known && ErrorCatalog.TryFind(known, out var info) ? info.BuyerText : UnknownRefusal;

    /// <summary>Returns the outcome for a ledger that cannot be read or did not acknowledge.</summary>
    /// <param name="orderId">The order id of the call.</param>
    /// <param name="isRunning">Whether the call goes on after its caller stopped waiting.</param>
    public static ConfirmOutcome.Unavailable Unavailable(OrderId orderId, bool isRunning = false) => new(orderId, isRunning
        ? "The ledger did not answer in time, and the call goes on. Call again with the same payment key and order id."
        : "The ledger cannot be read; this call sent nothing. Call again with the same payment key and order id.")
    {
        IsRunning = isRunning,
    };

    /// <summary>Returns the outcome of a confirm, or of a repeated one, for the state of the attempt.</summary>
    public static ConfirmOutcome Outcome(AttemptSnapshot entry)
    {
        var order = Show(entry);
        if (order.Status == PaymentOrderStatus.Checking)
            return new ConfirmOutcome.Checking(order);
        return entry.Attempt.State switch
        {
            AttemptState.Approved => new ConfirmOutcome.Paid(order),
            AttemptState.AwaitingDeposit => new ConfirmOutcome.AwaitingDeposit(order),
            AttemptState.Declined => new ConfirmOutcome.Declined(order, order.FailureCode ?? default, Explain(order.FailureCode)),
            AttemptState.NotSent => new ConfirmOutcome.NotCharged(order.OrderId, "The payment API could not be reached or refused the shop's keys; nothing was sent."),
            _ => new ConfirmOutcome.NotOpen(order),
        };
    }
}
