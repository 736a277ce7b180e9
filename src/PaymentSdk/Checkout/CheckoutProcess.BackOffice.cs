namespace PaymentSdk.Checkout;

/// <summary>Charges without a window, refunds, reversals, and what needs an operator.</summary>
internal sealed partial class CheckoutProcess
{
    public Task<RefundOutcome> RefundAsync(RefundRequest refund, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Refunds.RefundAsync(refund, cancellationToken);
    }

    public Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.ChargeProcess.ChargeAsync(charge, cancellationToken);
    }

    public Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Reversals.ReverseAsync(reversal, cancellationToken);
    }

    public async Task<IReadOnlyList<Refund>> FindRefundsAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        await context.Ledger.ReadRefundsAsync(Merchant, orderId, cancellationToken).ConfigureAwait(false);

    public Task<IReadOnlyList<AttentionItem>> ListAttentionAsync(int maxCount = 100, CancellationToken cancellationToken = default) =>
        backOffice.Attention.ListAsync(maxCount, cancellationToken);

    public Task<ResolveOutcome> ResolveAsync(ManualResolution resolution, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.ManualReview.ResolveAsync(resolution, cancellationToken);
    }
}
