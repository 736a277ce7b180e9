namespace PaymentSdk.Sandbox;

/// <summary>A request that reached the REST API (<c>/v1</c>, <c>/v2</c>), answered or not.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with the query.</param>
/// <param name="IdempotencyKey">Its idempotency key; null without one.</param>
/// <param name="Origin">Its <c>Origin</c> header; null without one, as from a server.</param>
/// <param name="At">When, by the gateway's clock.</param>
public sealed record SandboxRequest(string Method, string Path, string? IdempotencyKey, string? Origin, DateTimeOffset At);
