using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moq;
using PaymentSdk.AspNetCore.Tests.Endpoints;

namespace PaymentSdk.AspNetCore.Tests.Description;

/// <summary>
/// Compares the real answers of the endpoints with the schema in the document for the operation, the status and the media type.
/// </summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private static readonly BuyerText Refusal = new("카드사에서 거절했습니다.", "Your card was refused.");

    private PaymentHost _host = null!;
    private JsonObject _document = null!;

    /// <summary>Each outcome of a confirm.</summary>
    public static TheoryData<string, int> Outcomes { get; } = new()
    {
        { "paid", 200 }, { "awaitingDeposit", 200 }, { "checking", 202 }, { "declined", 402 }, { "notCharged", 503 },
        { "unavailable", 503 }, { "amountMismatch", 409 }, { "notOpen", 409 }, { "notFound", 404 },
    };

    public async ValueTask InitializeAsync()
    {
        _host = await DocumentTests.StartAsync();
        _document = await DocumentTests.ReadAsync(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Confirm_answers_as_described(string name, int status)
    {
        ConfirmOutcome outcome = name switch
        {
            "paid" => new ConfirmOutcome.Paid(Orders.Paid),
            "awaitingDeposit" => new ConfirmOutcome.AwaitingDeposit(Orders.AwaitingDeposit),
            "checking" => new ConfirmOutcome.Checking(Orders.Checking),
            "declined" => new ConfirmOutcome.Declined(Orders.Declined, PaymentErrorCode.From("REJECT_CARD_PAYMENT"), Refusal),
            "notCharged" => new ConfirmOutcome.NotCharged(Orders.Id, "x"),
            "unavailable" => new ConfirmOutcome.Unavailable(Orders.Id, "x"),
            "amountMismatch" => new ConfirmOutcome.AmountMismatch(Orders.Open),
            "notOpen" => new ConfirmOutcome.NotOpen(Orders.Paid),
            _ => new ConfirmOutcome.NotFound(Orders.Id),
        };
        _host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);

        await ExpectAsync("post /payments/confirm", status, await ConfirmAsync(new { paymentKey = "payment-key-1", orderId = "order-1001", amount = 15000 }));
    }

    [Fact]
    public async Task Order_answers_as_described_in_every_state()
    {
        foreach (var order in new[] { Orders.Open, Orders.Open with { OrderNumber = "A-17" }, Orders.Paid, Orders.AwaitingDeposit, Orders.Checking, Orders.Declined })
        {
            _host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(order);
            await ExpectAsync("get /payments/orders/{orderId}", 200, await GetAsync("/payments/orders/order-1001"));
        }

        _host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ThrowsAsync(new LedgerException("away"));
        await ExpectAsync("get /payments/orders/{orderId}", 503, await GetAsync("/payments/orders/order-1001"));
        await ExpectAsync("get /payments/orders/{orderId}", 404, await GetAsync("/payments/orders/!"));
    }

    [Fact]
    public async Task Attempts_answer_as_described()
    {
        foreach (var (outcome, status) in new (OpenOutcome, int)[] { (new OpenOutcome.Opened(Orders.Open), 201), (new OpenOutcome.Opened(Orders.Open with { OrderNumber = "A-17" }), 201), (new OpenOutcome.Opened(Orders.Open with { CustomerKey = null }), 201), (new OpenOutcome.NotOpen(Orders.Paid), 409) })
        {
            _host.Checkout.Setup(checkout => checkout.OpenAgainAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
            await ExpectAsync("post /payments/orders/{orderId}/attempts", status, await PostAsync("/payments/orders/order-1001/attempts", ""));
        }

        await ExpectAsync("post /payments/orders/{orderId}/attempts", 400, await PostAsync("/payments/orders/order-1001/attempts", "{"));
    }

    [Fact]
    public async Task Widget_and_refusals_answer_as_described()
    {
        await ExpectAsync("get /payments/widget", 200, await GetAsync("/payments/widget"));
        await ExpectAsync("get /payments/widget", 400, await GetAsync("/payments/widget?orderId=!"));
        using var stranger = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Page.BaseAddress!, "/payments/widget"));
        stranger.Headers.Add("Origin", "https://shop.example.org");
        await ExpectAsync("get /payments/widget", 403, await _host.Browser.SendAsync(stranger, TestContext.Current.CancellationToken));
        await ExpectAsync("post /payments/confirm", 403, await _host.Browser.PostAsJsonAsync("/payments/confirm", new { }, TestContext.Current.CancellationToken));
        await ExpectAsync("post /payments/confirm", 400, await ConfirmAsync(new { orderId = "order-1001" }));
        await ExpectAsync("post /payments/confirm", 413, await PostAsync("/payments/confirm", new string(' ', 20_000)));
        await ExpectAsync("post /payments/confirm", 415, await PostAsync("/payments/confirm", "{}", "text/plain"));
    }

    [Fact]
    public async Task Window_and_webhooks_answer_as_described()
    {
        await ExpectAsync("get /payments/success", 400, await _host.Browser.GetAsync("/payments/success?orderId=!", TestContext.Current.CancellationToken));
        _host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);
        await ExpectAsync("get /payments/fail/{orderId}", 303, await _host.Browser.GetAsync("/payments/fail/order-1001", TestContext.Current.CancellationToken));
        await ExpectAsync("post /payments/webhooks", 403, await PostAsync("/payments/webhooks", "{}"));
        await ExpectAsync("get /payments/checkout.js", 200, await GetAsync("/payments/checkout.js"));
    }

    [Fact]
    public async Task Widget_without_a_usable_address_answers_as_described()
    {
        await using var host = await PaymentHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Page.BaseAddress!, "/payments/widget"));
        request.Headers.Add("Origin", PaymentHost.PageOrigin);

        await ExpectAsync("get /payments/widget", 503, await host.Browser.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private async Task ExpectAsync(string operation, int status, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(status, (int)answer.StatusCode);
            var parts = operation.Split(' ');
            var described = _document["paths"]![parts[1]]![parts[0]]!["responses"]![$"{status}"];
            Assert.True(described is not null, $"{operation} answers {status}, which is not in the document.");
            var media = answer.Content.Headers.ContentType?.MediaType;
            if (media is null)
            {
                Assert.Null(described["content"]);
                return;
            }

            var schema = described["content"]?[media]?["schema"];
            Assert.True(schema is not null, $"{operation} answers {status} as {media}, which is not in the document.");
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (media.EndsWith("json", StringComparison.Ordinal))
                Hold(JsonNode.Parse(body), schema, $"{operation} {status}");
        }
    }

    /// <summary>
    /// Checks that every member is described, every required one is present, and each matches the type, the enumeration or the members of its schema.
    /// </summary>
    private void Hold(JsonNode? value, JsonNode schema, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = _document["components"]!["schemas"]![reference["#/components/schemas/".Length..]]!;
        if (schema["enum"] is JsonArray words)
            Assert.True(words.Any(word => (string?)word == (string?)value), $"{at}: {value} is not one of {words.ToJsonString()}.");
        if (schema["type"] is { } type)
        {
            var types = type is JsonArray several ? several.Select(one => (string?)one) : [(string?)type];
            Assert.True(types.Contains(TypeOf(value)), $"{at}: {value} is a {TypeOf(value)} and not a {string.Join(" or ", types)}.");
        }

        if (value is JsonArray items)
        {
            foreach (var item in items)
                Hold(item, schema["items"]!, $"{at}[]");
        }
        else if (value is JsonObject members)
        {
            foreach (var required in (schema["required"] as JsonArray ?? []).Select(name => (string)name!))
                Assert.True(members.ContainsKey(required), $"{at}: {required} is required but missing.");
            foreach (var (name, member) in members)
            {
                Assert.True(schema["properties"]?[name] is not null, $"{at}: {name} is not described.");
                Hold(member, schema["properties"]![name]!, $"{at} {name}");
            }
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) || value.GetPropertyName() is not "status" ? "number" : "integer",
    };

    private Task<HttpResponseMessage> GetAsync(string address) => _host.Page.GetAsync(address, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> ConfirmAsync(object body) => _host.Page.PostAsJsonAsync("/payments/confirm", body, TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(string address, string body, string media = "application/json")
    {
        using var content = new StringContent(body, null, media);
        return await _host.Page.PostAsync(address, content, TestContext.Current.CancellationToken);
    }
}
