namespace PaymentSdk.Checkout;

/// <summary>
/// One confirm in three steps and two commits (money.md §3): commit the intent, call with no transaction open, commit
/// the outcome. Nothing here listens to the buyer's connection.
/// </summary>
internal sealed class ConfirmCall(CheckoutContext context, Intent intent, Sending sending, Settling settling)
{
    public async Task<ConfirmOutcome> RunAsync(ConfirmPayment payment, LedgerEntry read, long leaseStart)
    {
        using var scope = Diagnostics.Log.OrderScope(context.Logger, context.Merchant, payment.OrderId);

        var (held, refused) = await intent.CommitAsync(payment, read, leaseStart).ConfigureAwait(false);
        if (held is null)
            return refused!;

        var seen = await sending.SendAsync(held, firstOfKey: true).ConfigureAwait(false);
        if (seen.Fact == ObservedFact.Nothing)
            seen = await sending.QueryAsync(held.Attempt, seen).ConfigureAwait(false);

        return Orders.Outcome(await settling.SettleAsync(held.Entry, seen, Why.Checkout).ConfigureAwait(false));
    }
}
