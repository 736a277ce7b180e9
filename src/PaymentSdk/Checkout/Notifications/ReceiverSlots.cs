namespace PaymentSdk.Checkout.Notifications;

/// <summary>Limits how many webhooks are handled at once. A slot is taken after the body was received, so that a slow sender holds none.</summary>
internal sealed class ReceiverSlots : IDisposable
{
    private readonly SemaphoreSlim _slots = new(64);

    /// <summary>Waits for a slot. Dispose of the returned slot when the webhook has been answered.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(_slots);
    }

    public void Dispose() => _slots.Dispose();

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
