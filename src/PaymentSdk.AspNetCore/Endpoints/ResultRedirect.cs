using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Redirects the buyer from the window to the result page of an order.</summary>
internal static class ResultRedirect
{
    private const string Default = "/orders/{orderId}";

    public static SeeOther To(PaymentCall call, PaymentOrder order, PaymentErrorCode? failure = null)
    {
        var location = AddressOf(call, order.OrderId, order.ResultPage);
        return new SeeOther(failure is { } code ? ResultPage.WithParameter(location, "code", code.Value) : location);
    }

    /// <summary>Returns the address of the result page of an order, as a buyer's browser opens it.</summary>
    public static string AddressOf(PaymentCall call, OrderId orderId, string? resultPage) =>
        ResultPage.Fill(TemplateOf(call, orderId, resultPage), orderId, PaymentAddress.Base(call));

    /// <summary>Returns the start page of the shop to which the configured result page belongs: on another origin, or on this host.</summary>
    public static string HomeOf(PaymentCall call) =>
        ResultPage.IsAllowed(call.Settings.ResultPage, OriginsOf(call).Contains) && ResultPage.OriginOf(call.Settings.ResultPage) is { } origin
            ? origin + "/"
            : PaymentAddress.Base(call) + "/";

    /// <summary>
    /// Returns the result page of the purchase, otherwise the configured one. Both are checked again, because origins may have been removed in the
    /// meantime.
    /// </summary>
    private static string TemplateOf(PaymentCall call, OrderId orderId, string? resultPage)
    {
        var origins = OriginsOf(call);
        foreach (var template in (string?[])[resultPage, call.Settings.ResultPage])
        {
            if (template is null)
                continue;
            if (ResultPage.IsAllowed(template, origins.Contains))
                return template;
            call.Log.ResultPageRefused(orderId);
        }

        return Default;
    }

    private static MerchantOriginSnapshot OriginsOf(PaymentCall call) =>
        call.Context.RequestServices.GetRequiredService<MerchantOriginStores>().SnapshotOf(call.Merchant);
}

/// <summary>
/// Answers 303, so that the browser continues with a GET. The next page does not receive this address as a referrer, because it contains the
/// payment key.
/// </summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
