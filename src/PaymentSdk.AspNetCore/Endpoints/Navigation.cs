using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// What may come to <c>success</c> and <c>fail</c>: a person's browser that navigates. Nothing else may confirm a payment.
/// Absent headers are let in: old Safari sends none, and card apps return in another browser (money.md §10).
/// </summary>
internal static class Navigation
{
    /// <summary>The refusal of this request; null when it may go on.</summary>
    public static Problem? Refusal(HttpRequest request)
    {
        var headers = request.Headers;
        // 503 and not 403: a browser throws a failed prefetch away and comes again when the person really does.
        if (IsAhead(headers["Sec-Purpose"].ToString()) || IsAhead(headers["Purpose"].ToString()) || IsAhead(headers["X-Moz"].ToString()))
            return OrderProblems.PaymentUnavailable() with { Detail = "This address is not fetched ahead of a visit." };
        if (headers.TryGetValue("Sec-Fetch-Mode", out var mode) && mode != "navigate")
            return RequestProblems.RequestModeNotAllowed("A browser comes here by navigating, as the payment window does. Scripts call confirm.");
        if (headers.TryGetValue("Sec-Fetch-Dest", out var destination) && destination != "document" && destination != "iframe")
            return RequestProblems.RequestModeNotAllowed("A browser comes here with a page or a frame, as the payment window does. Scripts call confirm.");
        return null;
    }

    private static bool IsAhead(string purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase);
}
