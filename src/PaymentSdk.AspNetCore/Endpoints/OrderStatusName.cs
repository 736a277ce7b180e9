namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The names of the order statuses in answers (docs/spec/http.md §2). They are written out because they are a contract and not the names of an enum.
/// </summary>
internal static class OrderStatusName
{
    public static string Of(PaymentOrderStatus status) => status switch
    {
        PaymentOrderStatus.Open => "open",
        PaymentOrderStatus.Checking => "checking",
        PaymentOrderStatus.Paid => "paid",
        PaymentOrderStatus.AwaitingDeposit => "awaitingDeposit",
        PaymentOrderStatus.Declined => "declined",
        PaymentOrderStatus.Expired => "expired",
        PaymentOrderStatus.PartlyCanceled => "partlyCanceled",
        PaymentOrderStatus.Canceled => "canceled",
        PaymentOrderStatus.Attention => "attention",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This order status has no name on the wire."),
    };
}
