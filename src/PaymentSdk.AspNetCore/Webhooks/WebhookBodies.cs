namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>
/// The bodies that are being read or that wait to be handled. They use no slot of the receiver, so a sender that never ends its body blocks no
/// other sender. Their total size is limited, and the body that has been read for the longest time is given up first. A real webhook arrives within
/// a moment, and behind a content delivery network slow senders and honest senders share one address.
/// </summary>
internal sealed class WebhookBodies
{
    /// <summary>The maximum number of bytes of one body. The largest known webhook has a few KiB (docs/spec/payment-api.md §7).</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The maximum number of bytes of all bodies of one endpoint together.</summary>
    public const int MostInAll = 32 * MostBytes;

    /// <summary>The number of bytes that are counted for a body before its first byte has arrived.</summary>
    private const int Least = 4 * 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<WebhookBody> _reading = new();
    private int _counted;

    /// <summary>Begins to read a body. Dispose it when the webhook has been answered.</summary>
    public WebhookBody Begin(TimeSpan time, TimeProvider clock)
    {
        var body = new WebhookBody(this, time, clock);
        lock (_gate)
            _reading.AddLast(body.Place);
        Grow(body, Least);
        return body;
    }

    /// <summary>
    /// Counts further bytes of a body. If the total is too large, the oldest bodies that are still being read are given up; this body may be one of
    /// them.
    /// </summary>
    public void Grow(WebhookBody body, int bytes)
    {
        List<WebhookBody>? givenUp = null;
        lock (_gate)
        {
            body.Counted += bytes;
            _counted += bytes;
            while (_counted > MostInAll && _reading.First is { Value: var oldest })
            {
                Forget(oldest);
                (givenUp ??= []).Add(oldest);
            }
        }

        givenUp?.ForEach(old => old.GiveUp());
    }

    /// <summary>
    /// Marks the body as complete. It can no longer be given up, and it counts until it is answered. Returns false if it has already been given up.
    /// </summary>
    public bool Complete(WebhookBody body)
    {
        lock (_gate)
        {
            var stands = body.Place.List is not null;
            Leave(body);
            return stands;
        }
    }

    public void Remove(WebhookBody body)
    {
        lock (_gate)
            Forget(body);
    }

    private void Forget(WebhookBody body)
    {
        Leave(body);
        _counted -= body.Counted;
        body.Counted = 0;
    }

    private void Leave(WebhookBody body)
    {
        if (body.Place.List is not null)
            _reading.Remove(body.Place);
    }
}
