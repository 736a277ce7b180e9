using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Decides who may open <c>success</c> and <c>fail</c>. Only scripts of other sites are refused. Every navigation is allowed, and so is every request
/// that the shop's own page or its service worker sends. Absent headers are allowed, because old Safari sends none and card apps return in another
/// browser (docs/spec/money.md §10).
/// </summary>
internal static class Navigation
{
    /// <summary>Returns the refusal of this request; null if it is allowed.</summary>
    public static Problem? Refusal(PaymentCall call)
    {
        var headers = call.Request.Headers;
        // The status is 503, not 403, because a browser discards a failed prefetch and requests the address again when the buyer really visits it. The
        // order is not read, so the answer does not show its state.
        if (IsAhead(headers["Sec-Purpose"].ToString()) || IsAhead(headers["Purpose"].ToString()) || IsAhead(headers["X-Moz"].ToString()))
            return OrderProblems.OrderUnavailable() with { Detail = "This address cannot be prefetched or prerendered. Nothing was sent." };
        // A service worker that passes a navigation on keeps the mode "navigate" with an empty destination, so the destination decides nothing. A
        // request with the mode "same-origin" never reaches another site.
        if (headers.TryGetValue("Sec-Fetch-Mode", out var mode) && mode != "navigate" && mode != "same-origin" && !IsOwn(call))
            return RequestProblems.RequestModeNotAllowed("Browsers open this address by navigation, as the payment window does. Scripts call confirm.");
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
