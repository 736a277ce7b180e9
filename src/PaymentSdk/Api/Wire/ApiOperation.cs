namespace PaymentSdk.Api.Wire;

/// <summary>One operation of the API: what it is called in logs and spans, and how it may be sent again.</summary>
/// <param name="Name">Its name, e.g. <c>confirm</c>.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Route">Its route template: logs and spans carry this, never the address.</param>
/// <param name="Kind">How it may be sent again.</param>
internal sealed record ApiOperation(string Name, HttpMethod Method, string Route, OperationKind Kind)
{
    /// <summary>A query that may take up to 60 seconds, and is given as long as a call that moves money (docs/spec/payment-api.md §1.6).</summary>
    public bool IsSlow { get; init; }

    /// <summary>Answers with rows, thousands of them if so asked.</summary>
    public bool IsList { get; init; }

    /// <summary>The largest answer that is read, in bytes: no object of the API comes near 2 MiB, 5000 rows need more. A larger body is not the API's.</summary>
    public int LargestAnswer => IsList ? 16 * 1024 * 1024 : 2 * 1024 * 1024;

    public static ApiOperation Confirm { get; } = new("confirm", HttpMethod.Post, "/v1/payments/confirm", OperationKind.WindowConfirm);

    public static ApiOperation Get { get; } = new("get", HttpMethod.Get, "/v1/payments/{paymentKey}", OperationKind.Query);

    public static ApiOperation GetByOrderId { get; } = new("get-by-order-id", HttpMethod.Get, "/v1/payments/orders/{orderId}", OperationKind.Query);

    public static ApiOperation KeyIn { get; } = new("key-in", HttpMethod.Post, "/v1/payments/key-in", OperationKind.Money);

    public static ApiOperation Cancel { get; } = new("cancel", HttpMethod.Post, "/v1/payments/{paymentKey}/cancel", OperationKind.Money);
}
