using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Sends the buyer from the window to the result page of an order.</summary>
internal static class ResultRedirect
{
    private const string Default = "/orders/{orderId}";

    public static SeeOther To(PaymentCall call, PaymentOrder order, PaymentErrorCode? failure = null)
    {
        var location = AddressOf(call, order.OrderId, order.ResultPage);
        return new SeeOther(failure is { } code ? ResultPage.WithParameter(location, "code", code.Value) : location);
    }

    /// <summary>The result page of an order, as a buyer's browser opens it.</summary>
    public static string AddressOf(PaymentCall call, OrderId orderId, string? resultPage) =>
        ResultPage.Fill(TemplateOf(call, orderId, resultPage), orderId, PaymentAddress.Base(call));

    /// <summary>The start of the shop that the configured result page belongs to: another origin, or this host.</summary>
    public static string HomeOf(PaymentCall call) =>
        ResultPage.IsAllowed(call.Settings.ResultPage, OriginsOf(call).Contains) && ResultPage.OriginOf(call.Settings.ResultPage) is { } origin
            ? origin + "/"
            : PaymentAddress.Base(call) + "/";

    /// <summary>The purchase's page, else the configured one. Origins may have been taken out since either was checked.</summary>
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

/// <summary>303: go on with a GET there, without telling that page this address: it holds the payment key.</summary>
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
