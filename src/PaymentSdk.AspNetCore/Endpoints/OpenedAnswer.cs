namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>A new order id with all that the page needs to open the window: the same members as the shop's own answer.</summary>
internal sealed record OpenedAnswer(string PurchaseId, string OrderId, string OrderName, string? OrderNumber, AmountAnswer Amount, string? CustomerKey)
{
    public static OpenedAnswer Of(PaymentOrder order) => new(
        order.PurchaseId.Value, order.OrderId.Value, order.OrderName, order.OrderNumber, AmountAnswer.Of(order.Amount), order.CustomerKey?.Value);
}
