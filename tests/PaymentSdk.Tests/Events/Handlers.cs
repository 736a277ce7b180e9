namespace PaymentSdk.Tests.Events;

internal sealed class FirstHandler(ReceivedEvents received, VisitScope scope) : IOrderEventHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => received.ReceiveAsync($"first {scope.Id}", happened, cancellationToken);
}

internal sealed class SecondHandler(ReceivedEvents received, VisitScope scope) : IOrderEventHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => received.ReceiveAsync($"second {scope.Id}", happened, cancellationToken);
}

internal sealed class Pager(ReceivedEvents received) : INeedsAttentionHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => received.ReceiveAsync("pager", happened, cancellationToken);
}

/// <summary>A scoped service. Two handlers that get the same instance share a scope.</summary>
internal sealed class VisitScope
{
    public Guid Id { get; } = Guid.NewGuid();
}
