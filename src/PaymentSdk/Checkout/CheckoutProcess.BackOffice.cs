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
        return backOffice.Charging.ChargeAsync(charge, cancellationToken);
    }

    public Task<ReversalOutcome> ReverseAsync(ReversalRequest reversal, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Reversals.ReverseAsync(reversal, cancellationToken);
    }

    public async Task<IReadOnlyList<Refund>> FindRefundsAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        await context.Ledger.ReadRefundsAsync(Merchant, orderId, cancellationToken).ConfigureAwait(false);

    public Task<IReadOnlyList<AttentionItem>> ListAttentionAsync(int most = 100, CancellationToken cancellationToken = default) =>
        backOffice.Attention.ListAsync(most, cancellationToken);

    public Task<ResolveOutcome> ResolveAsync(Resolution resolution, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Resolving.ResolveAsync(resolution, cancellationToken);
    }
}
