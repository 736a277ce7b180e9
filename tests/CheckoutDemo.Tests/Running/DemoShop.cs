using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CheckoutDemo.Tests.Running;

/// <summary>A running demo: its shop and the controls of its sandbox, over HTTP.</summary>
public sealed class DemoShop(ShopProcess process)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public ShopProcess Process => process;

    public string Address => process.Shop.GetLeftPart(UriPartial.Authority);

    /// <summary>The path and token of the operator's page, as the shop prints them.</summary>
    public string OperatorPage => process.Operator.PathAndQuery;

    public SandboxControls Sandbox => new(process.Sandbox);

    /// <summary>Calls the shop as its own page does, with its origin.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, HttpContent? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(process.Shop, path)) { Content = body };
        request.Headers.Add("Origin", origin ?? Address);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> OpenOrderAsync(string sku = "celadon-cup", int quantity = 1, string? purchaseId = null)
    {
        using var answer = await CallAsync(HttpMethod.Post, "/api/orders", JsonContent.Create(new { items = new[] { new { sku, quantity } }, purchaseId }));
        Assert.Equal(201, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> ConfirmAsync(string paymentKey, string orderId, decimal amount) => CallAsync(
        HttpMethod.Post, "/payments/confirm", JsonContent.Create(new { paymentKey, orderId, amount }));

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public async Task<string> StatusOfAsync(string orderId)
    {
        using var answer = await CallAsync(HttpMethod.Get, $"/payments/orders/{orderId}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()!;
    }
}
