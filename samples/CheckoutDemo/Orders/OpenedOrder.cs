using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>The data that the page needs to open the payment window.</summary>
internal sealed record OpenedOrder(string PurchaseId, string OrderId, string OrderName, string? OrderNumber, OpenedOrder.Money Amount, string? CustomerKey)
{
    public static OpenedOrder Of(PaymentOrder order) => new(
        order.PurchaseId.Value,
        order.OrderId.Value,
        order.OrderName,
        order.OrderNumber,
        new Money(order.Amount.Currency.Value, order.Amount.Value),
        order.CustomerKey?.Value);

    internal sealed record Money(string Currency, decimal Value);
}
