using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Webhooks;

/// <summary>The result of reading a body.</summary>
internal enum WebhookBodyResult
{
    /// <summary>The body was read completely.</summary>
    Whole,

    /// <summary>The body has more bytes than a webhook may have, and the rest was not stored.</summary>
    TooLarge,

    /// <summary>The body did not end in time.</summary>
    TooSlow,

    /// <summary>The body was given up in favor of others.</summary>
    GivenUp,
}

/// <summary>The raw bytes of one webhook, and its place among the bodies that are being read.</summary>
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

    /// <summary>The place of the body among those that are being read.</summary>
    public LinkedListNode<WebhookBody> Place { get; }

    /// <summary>The number of bytes that count towards the limit of all bodies together.</summary>
    public int Counted { get; set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
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

    /// <summary>Ends the reading. The cancellation runs on another thread, because the reader would continue on the thread that cancels it.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        try
        {
            _ = _end.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The webhook was answered in the meantime.
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
