namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>
/// The bodies that are being read, or wait to be handled, at one time. They hold no slot of the receiver: a sender that never ends its body
/// keeps no other sender out. Together they are bounded, and who has been reading longest gives way: a webhook arrives within a moment, and
/// behind a content delivery network slow and honest senders have one address.
/// </summary>
internal sealed class WebhookBodies
{
    /// <summary>One body. The largest one known has a few KiB (docs/spec/payment-api.md §7).</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>All bodies of a registration together.</summary>
    public const int MostInAll = 32 * MostBytes;

    /// <summary>What a body costs before it has a byte.</summary>
    private const int Least = 4 * 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<WebhookBody> _reading = new();
    private int _counted;

    /// <summary>Begins to read a body; to be disposed of when the webhook was answered.</summary>
    public WebhookBody Begin(TimeSpan time, TimeProvider clock)
    {
        var body = new WebhookBody(this, time, clock);
        lock (_gate)
            _reading.AddLast(body.Place);
        Grow(body, Least);
        return body;
    }

    /// <summary>Counts further bytes of a body. When there are too many in all, the oldest ones that are still read are given up; it may be one of them.</summary>
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

    /// <summary>The body is whole: it is not given up any more, and counts until it was answered. False when it has been given up already.</summary>
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
