namespace PaymentSdk.Http;

/// <summary>One operation of the API: what it is called in logs and spans, and how it may be sent again.</summary>
/// <param name="Name">Its name, e.g. <c>confirm</c>.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Route">Its route template: logs and spans carry this, never the address.</param>
/// <param name="Kind">How it may be sent again.</param>
internal sealed record ApiOperation(string Name, HttpMethod Method, string Route, OperationKind Kind)
{
    public static ApiOperation Confirm { get; } = new("confirm", HttpMethod.Post, "/v1/payments/confirm", OperationKind.WindowConfirm);

    public static ApiOperation Get { get; } = new("get", HttpMethod.Get, "/v1/payments/{paymentKey}", OperationKind.Query);

    public static ApiOperation GetByOrderId { get; } = new("get-by-order-id", HttpMethod.Get, "/v1/payments/orders/{orderId}", OperationKind.Query);

    public static ApiOperation Cancel { get; } = new("cancel", HttpMethod.Post, "/v1/payments/{paymentKey}/cancel", OperationKind.Money);
}
