using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>How the reading of a body ended.</summary>
internal enum WebhookBodyResult
{
    /// <summary>All of it is here.</summary>
    Whole,

    /// <summary>It has more bytes than a webhook may have, of which no more were kept.</summary>
    TooLarge,

    /// <summary>It did not end in time.</summary>
    TooSlow,

    /// <summary>Its place was given to others.</summary>
    GivenUp,
}

/// <summary>The raw bytes of one webhook, and its place among those that are read.</summary>
internal sealed class WebhookBody : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly WebhookBodies _bodies;
    private readonly CancellationTokenSource _end;
    private volatile bool _isGivenUp;

    public WebhookBody(WebhookBodies bodies, TimeSpan time, TimeProvider clock)
    {
        _bodies = bodies;
        _end = new CancellationTokenSource(time, clock);
        Place = new LinkedListNode<WebhookBody>(this);
    }

    /// <summary>Where it stands among those that are read.</summary>
    public LinkedListNode<WebhookBody> Place { get; }

    /// <summary>The bytes that count for the limit of all bodies together.</summary>
    public int Counted { get; set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<WebhookBodyResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > WebhookBodies.MostBytes)
            return WebhookBodyResult.TooLarge;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellationToken);
        try
        {
            if (!await ReadAllAsync(request, either.Token).ConfigureAwait(false))
                return WebhookBodyResult.TooLarge;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return _isGivenUp ? WebhookBodyResult.GivenUp : WebhookBodyResult.TooSlow;
        }

        return _bodies.Complete(this) ? WebhookBodyResult.Whole : WebhookBodyResult.GivenUp;
    }

    /// <summary>Ends the reading; elsewhere, because the reader goes on wherever it is cancelled.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        try
        {
            _ = _end.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It was answered in the meantime.
        }
    }

    public void Dispose()
    {
        _bodies.Remove(this);
        _end.Dispose();
    }

    private async Task<bool> ReadAllAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var fits = _bytes.WrittenCount + read.Buffer.Length <= WebhookBodies.MostBytes;
            if (fits)
                Keep(read.Buffer);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || !fits)
                return fits;
        }
    }

    private void Keep(ReadOnlySequence<byte> bytes)
    {
        _bodies.Grow(this, (int)bytes.Length);
        foreach (var part in bytes)
            _bytes.Write(part.Span);
    }
}
