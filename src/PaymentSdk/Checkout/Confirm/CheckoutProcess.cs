using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>The checkout of one registration: opens and confirms purchases, and reports their status to the buyer's page.</summary>
internal sealed class CheckoutProcess(
    CheckoutContext context,
    PurchaseOpener opener,
    ConfirmCall call,
    RunningCalls running,
    Func<ReversalRequest, CancellationToken, Task<ReversalOutcome>> reverse) : ICheckout
{
    /// <summary>
    /// The minimum time between two queries of one attempt, however often a page requests its status; for a virtual account it is
    /// <see cref="AccountQueryInterval"/>.
    /// </summary>
    private static readonly TimeSpan QueryInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AccountQueryInterval = TimeSpan.FromSeconds(60);

    public Task<OpenOutcome> OpenAsync(NewPurchase purchase, CancellationToken cancellationToken = default) =>
        opener.OpenAsync(purchase, cancellationToken);

    public Task<OpenOutcome> OpenAgainAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        opener.OpenAgainAsync(orderId, cancellationToken);

    public async Task<PaymentOrder?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        if (await context.FindAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } entry)
            return null;
        // A read never calls the API. It makes the row due, and recovery queries the payment (docs/spec/money.md §10).
        if (entry.Attempt.State is AttemptState.Unknown or AttemptState.AwaitingDeposit || entry.Attempt.LateApprovalAt is not null)
            await MakeDueAsync(entry.Attempt, cancellationToken).ConfigureAwait(false);
        return OrderProjection.Show(entry);
    }

    public async Task<ConfirmOutcome> ConfirmAsync(PaymentConfirmation payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        CheckoutContext.RequireNoTransaction();
        if (!PaymentKey.TryParse(payment.PaymentKey.Value, out _, out var fault))
            throw new ArgumentException($"{fault} Pass the payment key that the payment window returned.", nameof(payment));
        CheckoutContext.CheckWait(payment.Wait, nameof(payment));

        var leaseStart = context.Time.GetTimestamp();
        AttemptSnapshot? entry;
        try
        {
            entry = await context.FindAsync(payment.OrderId, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException unavailable)
        {
            Log.LedgerUnavailable(context.Logger, unavailable);
            return OrderProjection.Unavailable(payment.OrderId);
        }

        if (entry is null)
            return new ConfirmOutcome.NotFound(payment.OrderId);
        if (payment.Amount is { } named && named != entry.Attempt.Amount.Value)
        {
            Log.AmountMismatch(context.Logger, payment.OrderId);
            return new ConfirmOutcome.AmountMismatch(OrderProjection.Show(entry));
        }

        return entry.Attempt.State == AttemptState.Created
            ? await ConfirmOpenAsync(entry, leaseStart, payment, cancellationToken).ConfigureAwait(false)
            : await ConfirmAgainAsync(entry, leaseStart, payment, cancellationToken).ConfigureAwait(false);
    }

    public Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default) => reverse(reversal, cancellationToken);

    // A failure here does not fail the read: a row that could not be made due is queried on its schedule.
    private async Task MakeDueAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            await context.Ledger.MakeDueAsync(context.Merchant, attempt.OrderId, attempt.State == AttemptState.AwaitingDeposit ? AccountQueryInterval : QueryInterval, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException failure)
        {
            Log.NotMadeDue(context.Logger, failure, attempt.OrderId);
        }
    }

    private async Task<ConfirmOutcome> ConfirmOpenAsync(AttemptSnapshot entry, long leaseStart, PaymentConfirmation payment, CancellationToken cancellationToken)
    {
        if (entry.Purchase.LiveAttempt is not null)
            return await NotOpenAsync(entry, cancellationToken).ConfigureAwait(false);
        if (ConfirmRoute.IsBrandPay(payment.PaymentType) && entry.Purchase.CustomerKey is null)
        {
            Log.CustomerKeyMissing(context.Logger, payment.OrderId);
            return new ConfirmOutcome.NotCharged(payment.OrderId, "A BrandPay payment is confirmed with the buyer's customer key: open the purchase with CustomerKey.");
        }

        var (outcome, progress) = running.Join((payment.OrderId, payment.PaymentKey), progress => call.RunAsync(payment, entry, leaseStart, progress));
        return await WaitAsync(outcome, entry, leaseStart, payment, () => progress.IsIntended, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConfirmOutcome> ConfirmAgainAsync(AttemptSnapshot entry, long begun, PaymentConfirmation payment, CancellationToken cancellationToken)
    {
        if (entry.Attempt.PaymentKey != payment.PaymentKey)
            return await NotOpenAsync(entry, cancellationToken).ConfigureAwait(false);
        if (entry.Attempt.State != AttemptState.Confirming)
            return OrderProjection.Outcome(entry);

        // A double click joins the call that runs in this process. If there is none, the call runs in another process or has ended since the row was
        // read, so the row is read again.
        var outcome = running.Join((payment.OrderId, payment.PaymentKey), () => ReadOutcomeAsync(entry));
        return await WaitAsync(outcome, entry, begun, payment, () => true, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConfirmOutcome> ReadOutcomeAsync(AttemptSnapshot entry)
    {
        try
        {
            return OrderProjection.Outcome(await context.FindAsync(entry.Attempt.OrderId).ConfigureAwait(false) ?? entry);
        }
        catch (LedgerException)
        {
            return OrderProjection.Outcome(entry);
        }
    }

    private async Task<ConfirmOutcome> WaitAsync(
        Task<ConfirmOutcome> outcome, AttemptSnapshot entry, long begun, PaymentConfirmation payment, Func<bool> isIntended, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Runtime.ResultAsync(outcome, context.WaitLeft(payment.Wait, begun), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The outcome is Checking only if the ledger has a row from which recovery will resolve it. The call continues and may still send the
            // confirm (docs/spec/money.md §4).
            return isIntended()
                ? new ConfirmOutcome.Checking(OrderProjection.Show(entry) with { Status = PaymentOrderStatus.Checking, CanOpenAgain = false })
                : OrderProjection.Unavailable(payment.OrderId, isRunning: true);
        }
    }

    /// <summary>Returns the outcome for an order that takes no payment: it names the payment of the purchase that blocks it.</summary>
    private async Task<ConfirmOutcome> NotOpenAsync(AttemptSnapshot entry, CancellationToken cancellationToken)
    {
        try
        {
            return new ConfirmOutcome.NotOpen(await OrderProjection.ShowBlockingAsync(context, entry, cancellationToken).ConfigureAwait(false));
        }
        catch (LedgerException unavailable)
        {
            Log.LedgerUnavailable(context.Logger, unavailable);
            return OrderProjection.Unavailable(entry.Attempt.OrderId);
        }
    }
}
