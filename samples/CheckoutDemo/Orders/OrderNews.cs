using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>Handles the events of orders. It only logs them; a real shop would ship goods, send mail, or restock.</summary>
internal sealed partial class OrderNews(ILogger<OrderNews> log) : IOrderEventHandler, INeedsAttentionHandler
{
    Task IOrderEventHandler.HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
    {
        Happened(happened.OrderId, happened.Type, happened.PurchaseId, happened.EventId);
        return Task.CompletedTask;
    }

    Task INeedsAttentionHandler.HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
    {
        NeedsOperator(happened.OrderId, happened.PurchaseId);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Order {OrderId} is {Type} (purchase {PurchaseId}, event {EventId}).")]
    private partial void Happened(OrderId orderId, OrderEventType type, PurchaseId purchaseId, Guid eventId);

    [LoggerMessage(2, LogLevel.Warning, "Order {OrderId} needs an operator (purchase {PurchaseId}).")]
    private partial void NeedsOperator(OrderId orderId, PurchaseId purchaseId);
}
