namespace PaymentSdk.Checkout;

/// <summary>Charges without a window, refunds, reversals, and the orders that need an operator.</summary>
internal sealed partial class CheckoutProcess
{
    public Task<RefundOutcome> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return shop.Refunds.RefundAsync(refund, cancellationToken);
    }

    public Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return shop.ChargeProcess.ChargeAsync(charge, cancellationToken);
    }

    public Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return shop.Reversals.ReverseAsync(reversal, cancellationToken);
    }

    public async Task<IReadOnlyList<RefundResult>> ListAsync(OrderId orderId, CancellationToken cancellationToken = default)
    {
        if (await context.FindAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } entry)
            return [];
        var refunds = await context.ReadRefundsAsync(orderId, cancellationToken).ConfigureAwait(false);
        return [.. refunds.Select(refund => RefundResult.Of(refund, entry.Attempt))];
    }

    public Task<IReadOnlyList<AttentionItem>> ListAsync(int maxCount = 100, CancellationToken cancellationToken = default) =>
        shop.Attention.ListAsync(maxCount, cancellationToken);

    public Task<ResolveOutcome> ResolveAsync(ManualResolution resolution, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return shop.ManualReview.ResolveAsync(resolution, cancellationToken);
    }
}
