using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>Deletes data whose retention time has ended, by the ledger's clock.</summary>
internal sealed class RetentionRun(ReconciliationContext context) : IRetention
{
    public async Task<PurgeResult> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var now = await context.Ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        var kept = context.Settings.Current.Retention;
        var limits = new PurgeLimits(now - kept.NeverPaid, now - kept.Payments, now - kept.Inbox);
        var purged = await context.Ledger.PurgeAsync(context.Merchant, limits, cancellationToken).ConfigureAwait(false);
        Log.Purged(context.Logger, context.Merchant, purged.Purchases, purged.Movements, purged.Messages);
        return purged;
    }
}
