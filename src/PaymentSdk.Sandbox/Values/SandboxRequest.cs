namespace PaymentSdk.Sandbox;

/// <summary>A request that reached the REST API (<c>/v1</c>, <c>/v2</c>), whether or not it was answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with the query string.</param>
/// <param name="IdempotencyKey">The idempotency key; null if there is none.</param>
/// <param name="Origin">The <c>Origin</c> header; null if there is none, as in requests from a server.</param>
/// <param name="At">The time of the request, by the gateway's clock.</param>
public sealed record SandboxRequest(string Method, string Path, string? IdempotencyKey, string? Origin, DateTimeOffset At);
