using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>Refusals of the shop's own endpoint, in the words of the payment endpoints.</summary>
internal static class OrderProblem
{
    public static ProblemHttpResult Malformed(string detail) =>
        Of(StatusCodes.Status400BadRequest, "malformed-request", "The request cannot be understood.", detail);

    public static ProblemHttpResult UnsupportedMediaType() =>
        Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is not application/json.", "Send the order with the header Content-Type: application/json.");

    public static ProblemHttpResult BodyTooLarge() =>
        Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.", "An order has at most 16 KiB (16384 bytes).");

    public static ProblemHttpResult PaymentUnavailable() =>
        Of(StatusCodes.Status503ServiceUnavailable, "payment-unavailable", "Payment is not available right now.", "Nothing was opened and nothing charged. Try again in a moment.");

    /// <summary>The purchase is paid, being checked or waits for its deposit: its own page tells how it stands.</summary>
    public static ProblemHttpResult NotOpen(Order live) =>
        Of(StatusCodes.Status409Conflict, "order-not-open", "This purchase takes no payment now.", "orderId and orderStatus tell which payment is live and how it stands.", new()
        {
            ["orderId"] = live.OrderId.Value,
            ["orderStatus"] = JsonNamingPolicy.CamelCase.ConvertName(live.Status.ToString()),
        });

    private static ProblemHttpResult Of(int status, string slug, string title, string detail, Dictionary<string, object?>? members = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:paymentsdk:problem:{slug}", extensions: members);
}
