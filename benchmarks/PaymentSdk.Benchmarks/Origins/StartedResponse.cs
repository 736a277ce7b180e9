using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>A response that can start repeatedly. Each start runs the registered callbacks, as the single start of a real response does.</summary>
internal sealed class StartedResponse(IHeaderDictionary headers) : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _onStarting = new();

    public int StatusCode { get; set; } = 200;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = headers;

    public Stream Body { get; set; } = Stream.Null;

    public bool HasStarted => false;

    public void OnStarting(Func<object, Task> callback, object state) => _onStarting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state)
    {
    }

    public void Start()
    {
        while (_onStarting.TryPop(out var asked))
            asked.Callback(asked.State).GetAwaiter().GetResult();
    }

    public void Reset()
    {
        StatusCode = 200;
        Headers.Clear();
    }
}
