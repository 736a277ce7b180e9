using Microsoft.AspNetCore.Builder;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Routing selects the endpoint first. The origin check then depends only on that endpoint, not on the shape of its route.</summary>
public sealed class RouteShapeTests
{
    [Theory]
    [InlineData("/plain", 200, 403)]
    [InlineData("/plain/7", 200, 403)]
    [InlineData("/number/7", 200, 403)]
    [InlineData("/number/seven", 404, 404)]
    [InlineData("/file/a.pdf", 200, 403)]
    [InlineData("/file/a", 404, 404)]
    [InlineData("/rest/of/it", 200, 403)]
    [InlineData("/either/7", 200, 403)]
    [InlineData("/either/seven", 200, 200)]
    [InlineData("/host", 404, 404)]
    [InlineData("/elsewhere", 404, 404)]
    public async Task The_origin_check_answers_only_for_its_own_endpoint(string path, int ours, int strangers)
    {
        await using var host = await ProtectedHost.StartAsync(Pipeline);

        Assert.Equal(ours, (await host.SendAsync("GET", path, "", $"Origin: {ProtectedHost.Shop}")).Status);
        Assert.Equal(strangers, (await host.SendAsync("GET", path, "", "Origin: https://other.example")).Status);
    }

    [Theory]
    [InlineData("/plain", 204, 403)]
    [InlineData("/number/7", 204, 403)]
    [InlineData("/number/seven", 404, 404)]
    public async Task Preflights_are_answered_for_the_same_endpoints(string path, int ours, int strangers)
    {
        await using var host = await ProtectedHost.StartAsync(Pipeline);

        Assert.Equal(ours, (await host.SendAsync("OPTIONS", path, "", $"Origin: {ProtectedHost.Shop}", "Access-Control-Request-Method: GET")).Status);
        Assert.Equal(strangers, (await host.SendAsync("OPTIONS", path, "", "Origin: https://other.example", "Access-Control-Request-Method: GET")).Status);
    }

    private static void Pipeline(WebApplication app)
    {
        foreach (var route in new[] { "/plain", "/plain/{id}", "/number/{id:int}", "/file/{name}.{extension}", "/rest/{*path}", "/either/{id:int}" })
            app.MapGet(route, ShopEndpoints.Show).RequireMerchantOrigin();
        app.MapGet("/either/{name}", () => "open");
        app.MapGet("/host", ShopEndpoints.Show).RequireMerchantOrigin().RequireHost("another.example");
    }
}
