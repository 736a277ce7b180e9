using System.Text;
using System.Text.Json;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>Bad input gets a clear answer, which is the same in Development and in Production.</summary>
public sealed class BadInputTests
{
    private const string Json = "application/json";
    private static readonly string TooLarge = $$"""{"items":[{"sku":"candle","quantity":1}],"more":"{{new string('x', 17_000)}}"}""";

    /// <summary>The rows of the test: the fault, path, content type, body, status and slug.</summary>
    private static IEnumerable<(string Wrong, string Path, string Type, string Body, int Status, string Slug)> Rows()
    {
        foreach (var path in new[] { "/payments/confirm", "/api/orders" })
        {
            yield return ("malformed JSON", path, Json, "{\"paymentKey\":", 400, "malformed-request");
            yield return ("no JSON at all", path, Json, "", 400, "malformed-request");
            yield return ("an array", path, Json, "[]", 400, "malformed-request");
            yield return ("a wrong media type", path, "text/plain", "{}", 415, "unsupported-media-type");
            yield return ("a form", path, "application/x-www-form-urlencoded", "a=1", 415, "unsupported-media-type");
            yield return ("more than 16 KiB", path, Json, TooLarge, 413, "body-too-large");
        }

        yield return ("an order that does not exist", "/payments/confirm", Json, """{"paymentKey":"some-payment-key","orderId":"no-such-order","amount":38000}""", 404, "order-not-found");
        yield return ("a missing payment key", "/payments/confirm", Json, """{"orderId":"no-such-order","amount":38000}""", 400, "malformed-request");
        yield return ("an amount in words", "/payments/confirm", Json, """{"paymentKey":"some-payment-key","orderId":"no-such-order","amount":"much"}""", 400, "malformed-request");
        yield return ("an unknown sku", "/api/orders", Json, Items("""{"sku":"gold-bar","quantity":1}"""), 400, "malformed-request");
        yield return ("no items", "/api/orders", Json, Items(""), 400, "malformed-request");
        yield return ("a quantity of 0", "/api/orders", Json, Items("""{"sku":"candle","quantity":0}"""), 400, "malformed-request");
        yield return ("a quantity of 100", "/api/orders", Json, Items("""{"sku":"candle","quantity":100}"""), 400, "malformed-request");
        yield return ("99 and 1 of the same", "/api/orders", Json, Items("""{"sku":"candle","quantity":99},{"sku":"candle","quantity":1}"""), 400, "malformed-request");
        yield return ("half of one", "/api/orders", Json, Items("""{"sku":"candle","quantity":1.5}"""), 400, "malformed-request");
        yield return ("a quantity in words", "/api/orders", Json, Items("""{"sku":"candle","quantity":"1"}"""), 400, "malformed-request");
        yield return ("a sku that is a number", "/api/orders", Json, Items("""{"sku":7,"quantity":1}"""), 400, "malformed-request");
        yield return ("an item that is a text", "/api/orders", Json, Items("\"candle\""), 400, "malformed-request");
        yield return ("a purchase id that is a number", "/api/orders", Json, """{"items":[{"sku":"candle","quantity":1}],"purchaseId":7}""", 400, "malformed-request");
        yield return ("a sku that is not valid Unicode", "/api/orders", Json, Items("""{"sku":"\ud800","quantity":1}"""), 400, "malformed-request");
        yield return ("a purchase id that is not valid Unicode", "/api/orders", Json, """{"items":[{"sku":"candle","quantity":1}],"purchaseId":"\ud800"}""", 400, "malformed-request");
        yield return ("a member name that is not valid Unicode", "/api/orders", Json, """{"\ud800":1}""", 400, "malformed-request");
        yield return ("items twice", "/api/orders", Json, """{"items":[{"sku":"candle","quantity":1}],"items":[]}""", 400, "malformed-request");
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Bad_input_gets_problem_details_that_name_the_fault(string environment)
    {
        await using var own = await OwnShop.OpenAsync(
            ("ASPNETCORE_ENVIRONMENT", environment), ("Sandbox__Enabled", "true"));
        var demo = own.Demo;

        var wrongAnswers = new List<string>();
        foreach (var row in Rows())
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(row.Body));
            content.Headers.TryAddWithoutValidation("Content-Type", row.Type);
            using var answer = await demo.CallAsync(HttpMethod.Post, row.Path, content);
            if (await ComplaintAsync(answer, row.Status, row.Slug) is { } complaint)
                wrongAnswers.Add($"{row.Path} with {row.Wrong}: {complaint}");
        }

        Assert.Empty(wrongAnswers);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_wrong_amount_is_a_conflict_and_the_order_can_still_be_paid(string environment)
    {
        await using var own = await OwnShop.OpenAsync(
            ("ASPNETCORE_ENVIRONMENT", environment), ("Sandbox__Enabled", "true"));
        var demo = own.Demo;
        var orderId = (await demo.OpenOrderAsync("candle", 2)).GetProperty("orderId").GetString()!;
        var paymentKey = await demo.Sandbox.AuthenticateAsync(orderId, 48_000);

        using var wrong = await demo.ConfirmAsync(paymentKey, orderId, 47_999);
        Assert.Null(await ComplaintAsync(wrong, 409, "amount-mismatch"));
        Assert.Empty(await demo.Sandbox.ExecutionsOfAsync(orderId));

        using var right = await demo.ConfirmAsync(paymentKey, orderId, 48_000);
        Assert.Equal(200, (int)right.StatusCode);
        Assert.Equal(["approve 48000"], await demo.Sandbox.ExecutionsOfAsync(orderId));
    }

    [Fact]
    public async Task The_same_sku_twice_is_one_cart_item_with_both_quantities()
    {
        await using var own = await OwnShop.OpenAsync();
        var demo = own.Demo;

        using var answer = await demo.CallAsync(HttpMethod.Post, "/api/orders", DemoShop.Json(
            Items("""{"sku":"candle","quantity":2},{"sku":"candle","quantity":3}""")));
        var order = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(120_000, order.GetProperty("amount").GetProperty("value").GetDecimal());
        Assert.Equal("KRW", order.GetProperty("amount").GetProperty("currency").GetString());
        Assert.Equal("밀랍초", order.GetProperty("orderName").GetString());
    }

    private static string Items(string items) => $$"""{"items":[{{items}}]}""";

    private static async Task<string?> ComplaintAsync(HttpResponseMessage answer, int status, string slug)
    {
        var body = await answer.Content.ReadAsStringAsync();
        var said = $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType?.MediaType} {body}";
        return (int)answer.StatusCode == status && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && JsonSerializer.Deserialize<JsonElement>(body).GetProperty("type").GetString() == $"urn:paymentsdk:problem:{slug}"
            ? null : said;
    }
}
