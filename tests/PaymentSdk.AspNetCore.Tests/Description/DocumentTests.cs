using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using PaymentSdk.AspNetCore.Tests.Endpoints;

namespace PaymentSdk.AspNetCore.Tests.Description;

/// <summary>The OpenAPI document of a host that maps the payment endpoints, as a browser reads it.</summary>
public sealed class DocumentTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Document_is_the_one_that_was_reviewed()
    {
        await using var host = await StartAsync();

        var document = await ReadAsync(host);
        document.Remove("servers"); // the port of this run
        document.Remove("info");    // the name of this test
        var found = document.ToJsonString(Written) + "\n";

        var reviewed = Path.Combine(AppContext.BaseDirectory, "Description", "openapi.json");
        if (found != await File.ReadAllTextAsync(reviewed, TestContext.Current.CancellationToken))
        {
            var written = Path.Combine(AppContext.BaseDirectory, "openapi.found.json");
            await File.WriteAllTextAsync(written, found, TestContext.Current.CancellationToken);
            Assert.Fail($"The document differs from the reviewed one. The new document is {written}; after a review, copy it to tests/PaymentSdk.AspNetCore.Tests/Description/openapi.json.");
        }
    }

    [Fact]
    public async Task Every_route_stands_in_the_document_except_those_for_mistakes()
    {
        await using var host = await StartAsync();

        var document = await ReadAsync(host);

        Assert.Equal(
            [
                "GET /payments/checkout.js", "GET /payments/fail", "GET /payments/fail/{orderId}", "GET /payments/orders/{orderId}", "GET /payments/success",
                "GET /payments/widget", "HEAD /payments/checkout.js", "POST /payments/confirm", "POST /payments/orders/{orderId}/attempts", "POST /payments/webhooks",
            ],
            Operations(document).Select(operation => operation.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ids_of_operations_are_different_whatever_is_mapped()
    {
        await using var host = await StartAsync(
            services: builder => PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b-1", options => PaymentHost.Fill(options)))
                .Services.AddKeyedSingleton("b-1", Mock.Of<ICheckout>()),
            map: app =>
            {
                app.MapPayments();
                app.MapPayments("/old/payments");
                app.MapPayments("/b/payments", merchant: "b-1");
            });

        var ids = Operations(await ReadAsync(host)).Select(operation => (string?)operation.Value["operationId"]).OfType<string>().ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(["Payments_Confirm", "Payments_Confirm_2", "Payments_Confirm_b_1"], ids.Where(id => id.StartsWith("Payments_Confirm", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_shops_own_description_of_an_endpoint_takes_precedence()
    {
        await using var host = await StartAsync(map: app =>
        {
            app.MapPayments().WithTags("Kasse");
            app.MapGroup("").ExcludeFromDescription().MapPayments("/hidden");
        });

        var document = await ReadAsync(host);

        Assert.Equal("Kasse", (string?)document["paths"]!["/payments/confirm"]!["post"]!["tags"]![0]);
        Assert.Null(document["paths"]!["/hidden/success"]);
        Assert.Null(document["paths"]!["/hidden/confirm"]);
    }

    [Theory]
    [InlineData("snake case", 0)]
    [InlineData("only the types that the shop names", 1)]
    [InlineData("no reflection behind them", 2)]
    public async Task Document_is_the_same_whatever_JSON_the_shop_writes(string json, int kind)
    {
        await using var plain = await StartAsync();
        await using var host = await StartAsync(services: builder => builder.Services.ConfigureHttpJsonOptions(options =>
        {
            if (kind == 0)
            {
                options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
                options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
                options.SerializerOptions.NumberHandling = JsonNumberHandling.WriteAsString;
            }
            else if (kind == 1)
            {
                options.SerializerOptions.TypeInfoResolver = NarrowJson.Default;
            }
            else
            {
                options.SerializerOptions.TypeInfoResolverChain.Clear();
                options.SerializerOptions.TypeInfoResolverChain.Add(NarrowJson.Default);
            }
        }));

        Assert.True(JsonNode.DeepEquals((await ReadAsync(plain))["paths"], (await ReadAsync(host))["paths"]), json);
        Assert.Equal((await ReadAsync(plain))["components"]!.ToJsonString(Written), (await ReadAsync(host))["components"]!.ToJsonString(Written));
    }

    [Fact]
    public async Task Host_without_OpenAPI_maps_the_payments_all_the_same()
    {
        await using var host = await PaymentHost.StartAsync(environment: "Development");

        using var answer = await host.Page.GetAsync("/payments/widget", TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
    }

    internal static Task<PaymentHost> StartAsync(Action<WebApplicationBuilder>? services = null, Action<WebApplication>? map = null) => PaymentHost.StartAsync(
        services: builder =>
        {
            builder.Services.AddOpenApi();
            services?.Invoke(builder);
        },
        app: app => app.MapOpenApi(),
        map: map,
        environment: "Development");

    internal static async Task<JsonObject> ReadAsync(PaymentHost host) =>
        JsonNode.Parse(await host.Browser.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject();

    private static IEnumerable<(string Route, JsonObject Value)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject());
}

/// <summary>The JSON types of a shop that is compiled ahead of time.</summary>
[JsonSerializable(typeof(DateOnly))]
internal sealed partial class NarrowJson : JsonSerializerContext;
