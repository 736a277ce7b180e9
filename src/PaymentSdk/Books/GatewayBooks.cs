namespace PaymentSdk.Books;

/// <summary>What the gateway lists.</summary>
internal sealed class GatewayBooks(IPaymentClient client)
{
    /// <summary>The movements of a stretch of time, in the gateway's order. All of them, or an exception: half a list would make breaks.</summary>
    public async Task<List<Movement>> ReadAsync(TransactionRange range, CancellationToken cancellationToken)
    {
        var movements = new List<Movement>();
        await foreach (var row in client.Transactions.ListAsync(range, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (Movement.Of(row) is { } movement)
                movements.Add(movement);
        }
        return movements;
    }
}
