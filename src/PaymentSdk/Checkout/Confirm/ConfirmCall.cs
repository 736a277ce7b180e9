using PaymentSdk.Checkout.Commit;
using PaymentSdk.Checkout.Orders;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// Makes one confirm in three steps with two commits (docs/spec/money.md §3): commit the intent, call with no transaction open, commit
/// the outcome. A buyer's disconnect cancels none of them.
/// </summary>
internal sealed class ConfirmCall(CheckoutContext context, Intent intent, GatewayCalls calls, OutcomeRecorder recorder)
{
    public async Task<ConfirmOutcome> RunAsync(PaymentConfirmation payment, AttemptSnapshot read, long leaseStart, CallProgress progress)
    {
        using var scope = Diagnostics.Log.OrderScope(context.Logger, context.Merchant, payment.OrderId);
        var (held, refused) = await intent.CommitAsync(payment, read, leaseStart).ConfigureAwait(false);
        if (held is null)
            return refused!;
        progress.IsIntended = true;
        var seen = await calls.SendAsync(held, firstOfKey: true).ConfigureAwait(false);
        if (seen.Fact == ObservedFact.Nothing)
            seen = await calls.QueryAsync(held.Attempt, seen).ConfigureAwait(false);
        return OrderProjection.Outcome(await recorder.RecordAsync(held.Entry, seen, MoveReason.Checkout).ConfigureAwait(false));
    }
}
