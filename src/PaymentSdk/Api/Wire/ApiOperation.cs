namespace PaymentSdk.Api.Wire;

/// <summary>One operation of the API: its name in logs and spans, and the rule by which it may be sent again.</summary>
/// <param name="Name">The name of the operation, e.g. <c>confirm</c>.</param>
/// <param name="Method">The HTTP method of the operation.</param>
/// <param name="Route">The route template. Logs and spans contain it instead of the URL.</param>
/// <param name="Kind">The rule by which the operation may be sent again.</param>
internal sealed record ApiOperation(string Name, HttpMethod Method, string Route, OperationKind Kind)
{
    /// <summary>
    /// Whether this is a query that may take up to 60 seconds. It gets the timeouts of a call that moves money (docs/spec/payment-api.md §1.6).
    /// </summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether the answer contains rows, possibly thousands.</summary>
    public bool IsList { get; init; }

    /// <summary>
    /// The size of the largest answer that is read, in bytes. An object of the API is far smaller than 2 MiB, but 5000 rows need more. A larger
    /// body does not come from the API.
    /// </summary>
    public int LargestAnswer => IsList ? 16 * 1024 * 1024 : 2 * 1024 * 1024;

    public static ApiOperation Confirm { get; } = new("confirm", HttpMethod.Post, "/v1/payments/confirm", OperationKind.WindowConfirm);

    public static ApiOperation Get { get; } = new("get", HttpMethod.Get, "/v1/payments/{paymentKey}", OperationKind.Query);

    public static ApiOperation GetByOrderId { get; } = new("get-by-order-id", HttpMethod.Get, "/v1/payments/orders/{orderId}", OperationKind.Query);

    public static ApiOperation KeyIn { get; } = new("key-in", HttpMethod.Post, "/v1/payments/key-in", OperationKind.Money);

    public static ApiOperation Cancel { get; } = new("cancel", HttpMethod.Post, "/v1/payments/{paymentKey}/cancel", OperationKind.Money);
}
