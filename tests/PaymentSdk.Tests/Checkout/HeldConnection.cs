namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// A connection to the gateway that can hold the requests of one HTTP method, or their answers, until the test releases them.
/// </summary>
/// <param name="method">The HTTP method of the requests to hold.</param>
/// <param name="holdsAnswers">Whether the answer is held after the request was sent; otherwise the request itself is held.</param>
internal sealed class HeldConnection(HttpMethod method, bool holdsAnswers)
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _holds;
    private int _seen;

    /// <summary>Completes when the first request or answer is held.</summary>
    public Task Held => _held.Task;

    /// <summary>The number of requests since <see cref="Hold"/>.</summary>
    public int Seen => Volatile.Read(ref _seen);

    private HttpMethod Method => method;

    private bool HoldsAnswers => holdsAnswers;

    public void Hold() => _holds = true;

    public void Release() => _release.TrySetResult();

    public DelegatingHandler Handler() => new Holding(this);

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!_holds)
            return;
        Interlocked.Increment(ref _seen);
        _held.TrySetResult();
        await _release.Task.WaitAsync(cancellationToken);
    }

    private sealed class Holding(HeldConnection line) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != line.Method)
                return await base.SendAsync(request, cancellationToken);
            if (!line.HoldsAnswers)
                await line.WaitAsync(cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            if (line.HoldsAnswers)
                await line.WaitAsync(cancellationToken);
            return answer;
        }
    }
}
