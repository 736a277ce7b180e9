using Microsoft.AspNetCore.Http;
using PaymentSdk.Api;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// <c>GET {p}/fail/{orderId}?code&amp;message</c>: the window sends the buyer here. Anyone can compose such an address, so the endpoint changes no
/// state. The only content that it passes on is an error code that the catalog knows (docs/spec/money.md §10).
/// </summary>
internal static class FailEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        if (Navigation.Refusal(call) is { } refusal)
            return refusal;
        // The API adds the order id to the query unless the buyer canceled. It is used when the path has no order id, or only the placeholder
        // {orderId}.
        if (!call.TryGetOrderId(out var orderId) && !OrderId.TryParse(call.Parameter("orderId"), out orderId, out _))
            return OrderProblems.NotFound();

        using var scope = call.BeginOrder(orderId);
        var order = await call.FindAsync(orderId).ConfigureAwait(false);
        return order is null ? OrderProblems.NotFound() : ResultRedirect.To(call, order, KnownCode(call));
    }

    private static PaymentErrorCode? KnownCode(PaymentCall call) =>
        call.Parameter("code") is { } code && ErrorCatalog.TryFind(PaymentErrorCode.From(code), out var known) ? known.Code : null;
}
