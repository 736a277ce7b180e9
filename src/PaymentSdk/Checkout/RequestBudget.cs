namespace PaymentSdk.Checkout;

/// <summary>
/// How many requests recovery may make in a minute (money.md §5): the API answers 429 above its own limit, and the
/// buyers' confirms come first.
/// </summary>
internal sealed class RequestBudget(CheckoutContext context)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private double? _left;
    private long _since;

    /// <summary>The requests of a minute; null is no limit.</summary>
    public int? PerMinute => context.Settings.Current.Recovery.RequestsPerMinute;

    /// <summary>Takes up to <paramref name="wanted"/> requests; what is not used is to be given back.</summary>
    public int Take(int wanted)
    {
        if (PerMinute is not { } most)
            return wanted;
        lock (_lock)
        {
            Refill(most);
            var taken = (int)Math.Min(wanted, Math.Floor(_left!.Value));
            _left -= taken;
            return taken;
        }
    }

    /// <summary>Gives back requests that were taken and not made.</summary>
    public void GiveBack(int unused)
    {
        lock (_lock)
            _left += unused;
    }

    private void Refill(int most)
    {
        var now = context.Time.GetTimestamp();
        var filled = _left is { } left ? left + (context.Time.GetElapsedTime(_since, now) / Minute * most) : most;
        (_left, _since) = (Math.Min(most, filled), now);
    }
}
