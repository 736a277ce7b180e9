using System.Collections.Concurrent;

namespace PaymentSdk.Tests.Events;

/// <summary>The events that the handlers of a test received, and what the handlers then do. It is a singleton of the shop under test.</summary>
internal sealed class HeardEvents
{
    private readonly ConcurrentQueue<(string Handler, OrderEvent Event)> _heard = new();

    /// <summary>What a handler does after it has recorded an event; nothing by default.</summary>
    public Func<OrderEvent, CancellationToken, Task> Then { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<OrderEvent> All => [.. _heard.Select(heard => heard.Event)];

    public IReadOnlyList<string> Handlers => [.. _heard.Select(heard => heard.Handler)];

    public IReadOnlyList<OrderEventType> Of(OrderId orderId) => [.. _heard.Where(heard => heard.Event.OrderId == orderId).Select(heard => heard.Event.Type)];

    public Task HearAsync(string handler, OrderEvent happened, CancellationToken cancellationToken)
    {
        _heard.Enqueue((handler, happened));
        return Then(happened, cancellationToken);
    }
}
