using PaymentSdk.Api;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>What the gateway lists.</summary>
internal sealed class GatewayTransactions(IPaymentClient client)
{
    /// <summary>The movements of a stretch of time, in the gateway's order. All of them, or an exception: half a list would make breaks.</summary>
    public async Task<List<ProviderTransaction>> ReadAsync(TransactionRange range, CancellationToken cancellationToken)
    {
        var movements = new List<ProviderTransaction>();
        await foreach (var row in client.Transactions.ListAsync(range, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ProviderTransaction.Of(row) is { } movement)
                movements.Add(movement);
        }
        return movements;
    }
}
