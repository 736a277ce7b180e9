namespace PaymentSdk.Inbox;

/// <summary>How many webhooks are in memory at one time. Who finds no place waits before its body is read.</summary>
internal sealed class IntakePlaces : IDisposable
{
    private readonly SemaphoreSlim _places = new(64);

    /// <summary>A place, to be disposed of when the webhook was answered.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
