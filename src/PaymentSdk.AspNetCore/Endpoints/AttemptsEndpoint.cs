using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>POST {p}/orders/{orderId}/attempts</c>: opens a new attempt, with a new order id, of the same purchase.</summary>
internal static class AttemptsEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        var (body, refusal) = await call.AskAsync(ended => JsonBody.ReadAsync(call.Request, ended)).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        if (!body.IsEmpty && !JsonMembers.TryRead(body, out _, out var fault))
            return RequestProblems.Malformed(fault);
        if (!call.TryGetOrderId(out var orderId))
            return OrderProblems.NotFound();

        using var scope = call.BeginOrder(orderId);
        var outcome = await call.OpenAgainAsync(orderId).ConfigureAwait(false);
        return outcome.Match<IResult>(
            opened => Created(call, opened.Order),
            notOpen => OrderProblems.NotOpen(notOpen.Live.OrderId, OrderStatusName.Of(notOpen.Live.Status)),
            notFound => OrderProblems.NotFound());
    }

    private static JsonHttpResult<OpenedAnswer> Created(PaymentCall call, PaymentOrder order)
    {
        call.Context.Response.Headers.Location = PaymentAddress.Order(call, order.OrderId);
        return TypedResults.Json(OpenedAnswer.Of(order), EndpointJson.Answers.OpenedAnswer, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A new order id with all data that the page needs to open the window. It has the same members as the shop's own answer.</summary>
internal sealed record OpenedAnswer(string PurchaseId, string OrderId, string OrderName, string? OrderNumber, AmountAnswer Amount, string? CustomerKey)
{
    public static OpenedAnswer Of(PaymentOrder order) => new(
        order.PurchaseId.Value, order.OrderId.Value, order.OrderName, order.OrderNumber, AmountAnswer.Of(order.Amount), order.CustomerKey?.Value);
}
