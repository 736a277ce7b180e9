namespace PaymentSdk.Tests.Events;

internal sealed class FirstHandler(HeardEvents heard, VisitScope scope) : IOrderEventHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => heard.HearAsync($"first {scope.Id}", happened, cancellationToken);
}

internal sealed class SecondHandler(HeardEvents heard, VisitScope scope) : IOrderEventHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => heard.HearAsync($"second {scope.Id}", happened, cancellationToken);
}

internal sealed class Pager(HeardEvents heard) : INeedsAttentionHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => heard.HearAsync("pager", happened, cancellationToken);
}

/// <summary>A scoped service. Two handlers that get the same instance share a scope.</summary>
internal sealed class VisitScope
{
    public Guid Id { get; } = Guid.NewGuid();
}
