namespace PaymentSdk.Checkout.Notifications;

/// <summary>How many webhooks are handled at one time. Their bodies are here already: a sender that is slow holds no slot.</summary>
internal sealed class ReceiverSlots : IDisposable
{
    private readonly SemaphoreSlim _slots = new(64);

    /// <summary>A slot, to be disposed of when the webhook was answered.</summary>
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
