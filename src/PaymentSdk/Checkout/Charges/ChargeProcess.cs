using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Charges;

/// <summary>
/// Makes charges without a window in the same three steps as a confirm (docs/spec/money.md §7): commit the intent, call, commit the outcome.
/// Repeating such a call could charge twice, and no webhook reports these charges. A charge that may have been sent is therefore only queried, by its
/// order id, and never sent again.
/// </summary>
internal sealed class ChargeProcess(CheckoutContext context, PurchaseOpener opener, ChargeSender calls, PurchaseCommits commits, OutcomeRecorder recorder, RunningCalls running) : ICharges
{
    public async Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default)
    {
        CheckoutContext.RequireNoTransaction();
        ArgumentNullException.ThrowIfNull(charge);
        if (charge.ChargeId.Value.Length == 0)
            throw new ArgumentException("The charge id is empty. Give each charge its own id: the SDK never charges the same id twice.", nameof(charge));
        var orderId = ChargeOrders.OrderId(context.Merchant, charge.ChargeId);
        ChargeRequests.Check(charge, orderId);
        CheckoutContext.CheckWait(charge.Wait, nameof(charge));
        cancellationToken.ThrowIfCancellationRequested();
        var begun = context.Time.GetTimestamp();
        // A concurrent charge with the same id and another amount does not join this one: it gets its own answer.
        var (outcome, progress) = running.Join((orderId, charge.Amount, nameof(Charge)), progress => RunAsync(charge, orderId, progress));
        try
        {
            return await context.Runtime.ResultAsync(outcome, context.WaitLeft(charge.Wait, begun), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return progress.IsIntended ? new ConfirmOutcome.Checking(Asked(charge, orderId)) : Unavailable(orderId, isRunning: true);
        }
    }

    private async Task<ConfirmOutcome> RunAsync(Charge charge, OrderId orderId, CallProgress progress)
    {
        using var scope = Log.OrderScope(context.Logger, context.Merchant, orderId);
        var (held, answer) = await BeginAsync(charge, orderId).ConfigureAwait(false);
        if (held is null)
            return answer!;
        progress.IsIntended = true;
        var seen = await calls.SendAsync(held, charge).ConfigureAwait(false);
        return OrderProjection.Outcome(await recorder.RecordAsync(held.Entry, seen, MoveReason.Checkout).ConfigureAwait(false));
    }

    /// <summary>
    /// Opens the order of the charge and commits the intent. When no attempt is returned, nothing is sent, and the outcome says why.
    /// </summary>
    private async Task<(LeasedAttempt? Held, ConfirmOutcome? Answer)> BeginAsync(Charge charge, OrderId orderId)
    {
        try
        {
            var isKnown = await context.FindAsync(orderId).ConfigureAwait(false) is not null;
            // If another caller opens the same charge at the same moment, its order is compared below like any existing order.
            if (!isKnown && await OpenAsync(charge, orderId).ConfigureAwait(false) is { } refused)
                return (null, refused);
        }
        catch (LedgerException failure)
        {
            Log.LedgerUnavailable(context.Logger, failure);
            return (null, Unavailable(orderId));
        }

        ConfirmOutcome? answer = null;
        var key = context.Runtime.NewIdempotencyKey();
        var result = await commits.RunAsync(orderId, null, 0, async entry =>
        {
            answer = await RefuseAsync(entry, charge, orderId).ConfigureAwait(false);
            return answer is null ? AttemptMoves.Commit(entry!, Prepare(entry!, charge, key), new MoveReason("charge", MoveReason.Checkout)) : null;
        }).ConfigureAwait(false);
        return result.End switch
        {
            CommitEnd.Written when result.Entry!.Attempt.IdempotencyKey == key && result.Entry.Attempt.FencingToken == result.Commit!.Moves[0].Attempt.FencingToken =>
                (new LeasedAttempt(result.Entry, result.LeaseStart), null),
            CommitEnd.Written => (null, OrderProjection.Outcome(result.Entry!)),
            CommitEnd.Decided => (null, answer),
            CommitEnd.NotWritten or CommitEnd.DataRefused => (null, NotCharged(orderId)),
            _ => (null, Unavailable(orderId)),
        };
    }

    private async ValueTask<ConfirmOutcome?> RefuseAsync(AttemptSnapshot? entry, Charge charge, OrderId orderId) => entry switch
    {
        null => new ConfirmOutcome.NotFound(orderId),
        _ when entry.Attempt.Amount != charge.Amount => new ConfirmOutcome.AmountMismatch(OrderProjection.Show(entry)),
        { Attempt.State: not AttemptState.Created } => OrderProjection.Outcome(entry),
        { Purchase.LiveAttempt: not null } => new ConfirmOutcome.NotOpen(await OrderProjection.ShowBlockingAsync(context, entry).ConfigureAwait(false)),
        _ => null,
    };

    /// <summary>Opens the order of the charge. Returns null when it is open, through this call or another one with the same id.</summary>
    private async Task<ConfirmOutcome?> OpenAsync(Charge charge, OrderId orderId)
    {
        var purchase = new NewPurchase
        {
            PurchaseId = charge.PurchaseId ?? ChargeOrders.PurchaseId(context.Merchant, charge.ChargeId),
            Amount = charge.Amount,
            OrderName = charge.OrderName,
            OrderNumber = charge.OrderNumber,
            CustomerKey = (charge as BillingCharge)?.CustomerKey,
        };
        var (result, decided) = await opener.TryOpenAsync(purchase, CancellationToken.None, orderId).ConfigureAwait(false);
        return result.End switch
        {
            CommitEnd.Written => null,
            CommitEnd.Decided => decided is OpenOutcome.NotOpen { Live: var live } && live.OrderId != orderId ? new ConfirmOutcome.NotOpen(live) : null,
            CommitEnd.NotWritten or CommitEnd.DataRefused => NotCharged(orderId),
            _ => Unavailable(orderId),
        };
    }

    /// <summary>
    /// Prepares the attempt for its only send. The idempotency key counts as spent from the start, because a charge is never sent twice. Not even a
    /// hash of the body is stored, because a card number could be guessed from it.
    /// </summary>
    private Attempt Prepare(AttemptSnapshot entry, Charge charge, IdempotencyKey key)
    {
        var settings = context.Settings.Current;
        return LeasedAttempt.Send(entry.Attempt, entry.Now) with
        {
            Kind = charge is BillingCharge ? AttemptKind.Billing : AttemptKind.KeyIn,
            IdempotencyKey = key,
            SecretFingerprint = settings.SecretKey.Fingerprint,
            RequestUrl = settings.ApiBaseAddress.AbsoluteUri,
            QueryOnly = true,
            FencingToken = entry.Attempt.FencingToken + 1,
        };
    }

    private static ConfirmOutcome.NotCharged NotCharged(OrderId orderId) => new(orderId, "The ledger wrote nothing, and nothing was sent.");

    private static ConfirmOutcome.Unavailable Unavailable(OrderId orderId, bool isRunning = false) => new(orderId, isRunning
        ? "The ledger did not answer in time, and the charge goes on. Call again with the same charge id."
        : "The ledger cannot be read; this call sent nothing. Call again with the same charge id.")
    {
        IsRunning = isRunning,
    };

    private static PaymentOrder Asked(Charge charge, OrderId orderId) => new()
    {
        OrderId = orderId,
        PurchaseId = charge.PurchaseId ?? PurchaseId.Parse(orderId.Value),
        Status = PaymentOrderStatus.Checking,
        Amount = charge.Amount,
        OrderName = charge.OrderName,
    };
}

/// <summary>
/// Derives the order id of a charge from its charge id, so that the same charge has the same order in every process and after a crash.
/// </summary>
internal static class ChargeOrders
{
    private const string Prefix = "charge-";

    public static OrderId OrderId(string merchant, ChargeId chargeId) => PaymentSdk.OrderId.Parse(Prefix + Derive(merchant, chargeId));

    /// <summary>Returns the purchase id of a charge without its own purchase.</summary>
    public static PurchaseId PurchaseId(string merchant, ChargeId chargeId) => PaymentSdk.PurchaseId.Parse(Prefix + Derive(merchant, chargeId));

    private static string Derive(string merchant, ChargeId chargeId) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{merchant}\n{chargeId.Value}")));
}
