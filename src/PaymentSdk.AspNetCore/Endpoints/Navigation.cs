using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Who may open <c>success</c> and <c>fail</c>. Closed to scripts of other sites and to nothing else: every navigation is let in, and so
/// is whatever the shop's own page or its service worker sends. Absent headers are let in: old Safari sends none, and card apps return
/// in another browser (docs/spec/money.md §10).
/// </summary>
internal static class Navigation
{
    /// <summary>The refusal of this request; null when it may go on.</summary>
    public static Problem? Refusal(PaymentCall call)
    {
        var headers = call.Request.Headers;
        // 503 and not 403: a browser throws a failed prefetch away and comes again when the person really does. What happened to the
        // order before is not looked up, so nothing is said of it.
        if (IsAhead(headers["Sec-Purpose"].ToString()) || IsAhead(headers["Purpose"].ToString()) || IsAhead(headers["X-Moz"].ToString()))
            return OrderProblems.OrderUnavailable() with { Detail = "This address is not fetched ahead of a visit. Nothing was sent." };
        // A worker that passes a navigation on keeps the mode "navigate" with an empty destination: the destination decides nothing. The
        // mode "same-origin" never leaves the browser for another site.
        if (headers.TryGetValue("Sec-Fetch-Mode", out var mode) && mode != "navigate" && mode != "same-origin" && !IsOwn(call))
            return RequestProblems.RequestModeNotAllowed("A browser comes here by navigating, as the payment window does. Scripts call confirm.");
        return null;
    }

    private static bool IsOwn(PaymentCall call)
    {
        var headers = call.Request.Headers;
        var site = headers["Sec-Fetch-Site"].ToString();
        return site is "same-origin" or "none" || headers.Origin is [{ } origin] && IsRegistered(call, origin);
    }

    private static bool IsRegistered(PaymentCall call, string origin) =>
        call.Context.RequestServices.GetRequiredService<MerchantOriginStores>().SnapshotOf(call.Merchant).Contains(origin);

    private static bool IsAhead(string purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase);
}
