using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox;

namespace StartShop.Tests;

/// <summary>Each request in docs/start.md is sent to the running shop, and must get the answer that the page shows.</summary>
public sealed class EndpointExampleTests(ShopFactory shop) : IClassFixture<ShopFactory>
{
    // Members whose values differ from run to run; their presence and kind are still compared.
    private static readonly string[] Varying =
        ["orderId", "purchaseId", "approvedAt", "dueDate", "receiptUrl", "accountNumber", "scriptUrl", "successUrl", "failUrl", "Location"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Examples => [.. Example.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_shop_returns_the_answer_on_the_page(string name)
    {
        var example = Example.All.Single(example => example.Name == name);
        using var page = shop.CreateClient();
        page.DefaultRequestHeaders.Add("Origin", page.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var (orderId, paymentKey) = await PrepareAsync(page, name);

        using var request = new HttpRequestMessage(new HttpMethod(example.Method), Fill(example.Path, orderId, paymentKey));
        if (example.Body is { } body)
            request.Content = new StringContent(Fill(body, orderId, paymentKey), Encoding.UTF8, "application/json");
        using var answer = await page.SendAsync(request, TestContext.Current.CancellationToken);

        shop.Sandbox.ClearFaults();
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == example.Status, $"{(int)answer.StatusCode}\n{text}");
        Assert.Equal(Comparable(JsonNode.Parse(example.Answer)), Comparable(JsonNode.Parse(text)));
    }

    private async Task<(string OrderId, string PaymentKey)> PrepareAsync(HttpClient page, string name)
    {
        var orderId = await OpenAsync(page);
        switch (name)
        {
            case "the order of the page above":
                return (orderId, "");
            case "a virtual account":
                return (orderId, Authenticate(orderId, request => request with { Method = "VIRTUAL_ACCOUNT" }));
            case "the outcome is not known yet":
                await shop.Sandbox.ArmAsync(
                    new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 20 },
                    new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 40 });
                return (orderId, Authenticate(orderId));
            case "declined":
                return (orderId, Authenticate(orderId, request => request with { ConfirmFailure = "REJECT_CARD_PAYMENT" }));
            case "declined: a new order id for the same purchase":
                await ConfirmAsync(page, orderId, Authenticate(orderId, request => request with { ConfirmFailure = "REJECT_CARD_PAYMENT" }));
                return (orderId, "");
            case "another payment of an order that is paid":
                await ConfirmAsync(page, orderId, Authenticate(orderId));
                return (orderId, Authenticate(orderId));
            case "the state of an order":
                await ConfirmAsync(page, orderId, Authenticate(orderId));
                return (orderId, "");
            case "no such order":
                return ("order-that-is-not-there", "");
            default:
                return (orderId, Authenticate(orderId));
        }
    }

    private string Authenticate(string orderId, Func<SandboxPaymentRequest, SandboxPaymentRequest>? change = null)
    {
        var request = new SandboxPaymentRequest(orderId, 15_000) { OrderName = "머그컵" };
        return shop.Sandbox.AuthenticatePayment(change?.Invoke(request) ?? request);
    }

    private static async Task<string> OpenAsync(HttpClient page)
    {
        using var opened = await SendAsync(page, "/api/orders", """{"sku":"mug","quantity":2}""");
        var answer = JsonNode.Parse(await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (string)answer!["orderId"]!;
    }

    private static async Task ConfirmAsync(HttpClient page, string orderId, string paymentKey)
    {
        using var confirmed = await SendAsync(page, "/payments/confirm", $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":15000}""");
        Assert.True((int)confirmed.StatusCode is 200 or 402);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient page, string path, string body) =>
        page.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private static string Fill(string text, string orderId, string paymentKey) =>
        text.Replace("{orderId}", orderId, StringComparison.Ordinal).Replace("{paymentKey}", paymentKey, StringComparison.Ordinal);

    private static string Comparable(JsonNode? node) =>
        JsonSerializer.Serialize(Constant(node), Readable);

    private static JsonNode? Constant(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(
                member.Key, Varying.Contains(member.Key) ? JsonValue.Create(member.Value!.GetValueKind().ToString()) : Constant(member.Value)))),
        _ => node?.DeepClone(),
    };
}
