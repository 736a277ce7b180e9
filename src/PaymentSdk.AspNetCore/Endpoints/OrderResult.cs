using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The answers that contain an order.</summary>
internal static class OrderResult
{
    public static JsonHttpResult<OrderAnswer> Ok(PaymentOrder order) => Of(order, StatusCodes.Status200OK);

    /// <summary>
    /// Returns 202, because the outcome is not known yet. <c>Location</c> is the address of the order, and <c>Retry-After</c> is the time after which
    /// to read it.
    /// </summary>
    public static JsonHttpResult<OrderAnswer> Checking(PaymentCall call, PaymentOrder order)
    {
        var headers = call.Context.Response.Headers;
        headers.RetryAfter = "2";
        headers.Location = PaymentAddress.Order(call, order.OrderId);
        return Of(order, StatusCodes.Status202Accepted);
    }

    private static JsonHttpResult<OrderAnswer> Of(PaymentOrder order, int status) =>
        TypedResults.Json(OrderAnswer.Of(order), EndpointJson.Answers.OrderAnswer, statusCode: status);
}
