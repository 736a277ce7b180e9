namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The names of the states as they travel (docs/spec/http.md §2). Spelled out: they are a contract, not the names of an enum.</summary>
internal static class OrderStatusName
{
    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Open => "open",
        OrderStatus.Checking => "checking",
        OrderStatus.Paid => "paid",
        OrderStatus.AwaitingDeposit => "awaitingDeposit",
        OrderStatus.Declined => "declined",
        OrderStatus.Expired => "expired",
        OrderStatus.PartlyCanceled => "partlyCanceled",
        OrderStatus.Canceled => "canceled",
        OrderStatus.Attention => "attention",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This order status has no name on the wire."),
    };
}
