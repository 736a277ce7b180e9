namespace PaymentSdk.Checkout;

/// <summary>Charges without a window, refunds, taking back, and what needs a person.</summary>
internal sealed partial class CheckoutProcess
{
    public Task<CancelOutcome> CancelAsync(CancelPayment cancel, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Refunding.CancelAsync(cancel, cancellationToken);
    }

    public Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.Charging.ChargeAsync(charge, cancellationToken);
    }

    public Task<TakeBackOutcome> TakeBackAsync(TakeBack takeBack, CancellationToken cancellationToken = default)
    {
        RequireNoTransaction();
        return backOffice.TakingBack.TakeBackAsync(takeBack, cancellationToken);
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
