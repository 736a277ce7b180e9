namespace PaymentSdk.AspNetCore.Origins;

/// <summary>A source with the list it gave last. It is asked again only after the token of that list fired.</summary>
internal sealed class WatchedOriginSource(IMerchantOriginSource source) : IDisposable
{
    private MerchantOriginList? _list;
    private IDisposable? _subscription;

    public string Name { get; } = source.GetType().Name;

    /// <summary>May throw what the source throws; then the source is asked again the next time.</summary>
    public IReadOnlyList<string> Read(Action changed)
    {
        if (_list is { ChangeToken.HasChanged: false })
            return _list.Origins;
        _list = source.GetOrigins();
        _subscription?.Dispose();
        _subscription = _list.ChangeToken.RegisterChangeCallback(_ => changed(), null);
        return _list.Origins;
    }

    public void Dispose() => _subscription?.Dispose();
}
