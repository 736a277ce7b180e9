using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// Records the requests that reached the API, so that a test can count what a client really sent. If their number or total size exceeds the limit,
/// the oldest are dropped.
/// </summary>
internal sealed class RequestLog(SandboxClock clock)
{
    private readonly Lock _gate = new();
    private readonly BoundedStore<long, SandboxRequest> _requests = new(request => BoundedStore.Size(request.Path, request.IdempotencyKey, request.Origin));
    private long _count;

    public IReadOnlyList<SandboxRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests.Values];
        }
    }

    public void Add(HttpRequest request)
    {
        var recorded = new SandboxRequest(
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.Headers["Idempotency-Key"] is [{ } key, ..] ? key : null,
            request.Headers.Origin is [{ } origin, ..] ? origin : null,
            clock.GetUtcNow());
        lock (_gate)
            _requests.Set(_count++, recorded);
    }
}
