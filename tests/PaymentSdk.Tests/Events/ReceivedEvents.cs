using System.Collections.Concurrent;

namespace PaymentSdk.Tests.Events;

/// <summary>The events that the handlers of a test received, and what the handlers then do. It is a singleton of the shop under test.</summary>
internal sealed class ReceivedEvents
{
    private readonly ConcurrentQueue<(string Handler, OrderEvent Event)> _received = new();

    /// <summary>What a handler does after it has recorded an event; nothing by default.</summary>
    public Func<OrderEvent, CancellationToken, Task> Then { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<OrderEvent> All => [.. _received.Select(received => received.Event)];

    public IReadOnlyList<string> Handlers => [.. _received.Select(received => received.Handler)];

    public IReadOnlyList<OrderEventType> Of(OrderId orderId) => [.. _received.Where(received => received.Event.OrderId == orderId).Select(received => received.Event.Type)];

    public Task ReceiveAsync(string handler, OrderEvent happened, CancellationToken cancellationToken)
    {
        _received.Enqueue((handler, happened));
        return Then(happened, cancellationToken);
    }
}
