using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>
/// The shop's own endpoints in a test host, all protected: <c>POST /api/orders</c>, <c>GET /api/orders/{id}</c> and <c>POST /api/boom</c>.
/// </summary>
public static class ShopEndpoints
{
    public static IEndpointConventionBuilder MapShop(this IEndpointRouteBuilder endpoints)
    {
        var shop = endpoints.MapGroup("/api");
        shop.MapPost("/orders", Take);
        shop.MapGet("/orders/{id}", Show);
        shop.MapPost("/boom", Fail);
        return shop.RequireMerchantOrigin();
    }

    public static IResult Take(HttpContext context)
    {
        context.RequestServices.GetRequiredService<HandledRequests>().Add();
        return TypedResults.Text("taken");
    }

    public static IResult Show(HttpContext context)
    {
        context.RequestServices.GetRequiredService<HandledRequests>().Add();
        return TypedResults.Text("shown");
    }

    public static IResult Fail(HttpContext context)
    {
        context.RequestServices.GetRequiredService<HandledRequests>().Add();
        throw new InvalidOperationException("The shop's code failed.");
    }
}
