using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Api;

/// <summary>What reached the API, so that a test can count what a client really sent.</summary>
internal sealed class RequestLog(SandboxClock clock)
{
    private const int _capacity = 100_000;

    private readonly ConcurrentQueue<SandboxRequest> _requests = new();

    public IReadOnlyList<SandboxRequest> All => [.. _requests];

    public void Add(HttpRequest request)
    {
        _requests.Enqueue(new SandboxRequest(
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.Headers["Idempotency-Key"] is [{ } key, ..] ? key : null,
            request.Headers.Origin is [{ } origin, ..] ? origin : null,
            clock.GetUtcNow()));
        if (_requests.Count > _capacity)
            _requests.TryDequeue(out _);
    }
}
