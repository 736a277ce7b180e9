using PaymentSdk.AspNetCore.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Sends the buyer from the window to the result page of an order.</summary>
internal static class ResultRedirect
{
    public static SeeOther To(PaymentCall call, Order order, PaymentErrorCode? failure = null)
    {
        var location = ResultPage.Fill(TemplateOf(call, order), order.OrderId, call.Request.PathBase.ToUriComponent());
        return new SeeOther(failure is { } code ? ResultPage.WithParameter(location, "code", code.Value) : location);
    }

    private static string TemplateOf(PaymentCall call, Order order)
    {
        if (order.ResultPage is null)
            return call.Settings.ResultPage;
        if (ResultPage.IsAllowed(order.ResultPage, _ => false))
            return order.ResultPage;
        call.Log.ResultPageRefused(order.OrderId);
        return call.Settings.ResultPage;
    }
}
