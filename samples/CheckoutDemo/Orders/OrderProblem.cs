using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>The refusals of the shop's own endpoint, in the same format as those of the payment endpoints.</summary>
internal static class OrderProblem
{
    public static ProblemHttpResult Malformed(string detail) =>
        Of(StatusCodes.Status400BadRequest, "malformed-request", "The request cannot be understood.", detail);

    public static ProblemHttpResult UnsupportedMediaType() =>
        Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is not application/json.", "Send the order with the header Content-Type: application/json.");

    public static ProblemHttpResult BodyTooLarge() =>
        Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.", "An order must not exceed 16 KiB (16384 bytes).");

    /// <summary>The ledger cannot be read, so the purchase may already be paid.</summary>
    public static ProblemHttpResult OrderUnavailable() =>
        Of(StatusCodes.Status503ServiceUnavailable, "order-unavailable", "The order cannot be read right now.", "This request sent nothing, and the earlier state is not known. Try again in a moment.", new()
        {
            ["next"] = "ask-again",
        });

    /// <summary>The purchase is paid, is being checked, or waits for its deposit. The page of that order shows its status.</summary>
    public static ProblemHttpResult NotOpen(PaymentOrder live) =>
        Of(StatusCodes.Status409Conflict, "order-not-open", "This purchase takes no payment now.", "orderId and orderStatus identify the live payment and its status.", new()
        {
            ["orderId"] = live.OrderId.Value,
            ["orderStatus"] = JsonNamingPolicy.CamelCase.ConvertName(live.Status.ToString()),
        });

    private static ProblemHttpResult Of(int status, string slug, string title, string detail, Dictionary<string, object?>? members = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:paymentsdk:problem:{slug}", extensions: members);
}
