using PaymentSdk.Sandbox.Tests.Delivery;

namespace PaymentSdk.Sandbox.Tests;

public sealed class BrandPayTests
{
    private const string _customer = "customer-0001";

    [Fact]
    public async Task Customer_agrees_to_terms_and_gets_tokens_for_the_code()
    {
        await using var shop = await TestGateway.StartAsync();
        var terms = await shop.GetAsync($"/v1/brandpay/terms?customerKey={_customer}&scope=REGISTER,CARD");
        Assert.Equal(["id", "title", "version", "url", "required", "agreed"], terms.Json[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("1 2 3 4", string.Join(' ', terms.Json.EnumerateArray().Select(item => item.GetProperty("id"))));

        var missing = await AgreeAsync(shop, "[1,2]");
        var code = (await AgreeAsync(shop, "[1,2,4]"))["code"];
        var stranger = await TokenAsync(shop, $$"""{"customerKey":"customer-0002","grantType":"AuthorizationCode","code":"{{code}}"}""");
        var tokens = await TokenAsync(shop, $$"""{"customerKey":"{{_customer}}","grantType":"AuthorizationCode","code":"{{code}}"}""");
        var again = await TokenAsync(shop, $$"""{"customerKey":"{{_customer}}","grantType":"AuthorizationCode","code":"{{code}}"}""");
        var fresh = await TokenAsync(shop, $$"""{"customerKey":"{{_customer}}","grantType":"RefreshToken","refreshToken":"{{tokens["refreshToken"]}}"}""");

        Assert.Equal((400, "INVALID_REQUEST"), missing.Error);
        Assert.Equal([(400, "INVALID_AUTHORIZE_AUTH"), (400, "INVALID_AUTHORIZE_AUTH")], new[] { stranger.Error, again.Error });
        Assert.Equal(["accessToken", "refreshToken", "tokenType", "expiresIn"], tokens.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("bearer", "2592000"), (tokens["tokenType"], tokens["expiresIn"]));
        Assert.Equal(401, (await MethodsAsync(shop, tokens["accessToken"])).Status);
        Assert.Equal(200, (await MethodsAsync(shop, fresh["accessToken"])).Status);
        terms = await shop.GetAsync($"/v1/brandpay/terms?customerKey={_customer}&scope=REGISTER&scope=CARD");
        Assert.Equal("True True False True", string.Join(' ', terms.Json.EnumerateArray().Select(item => item.GetProperty("agreed"))));
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.GetAsync($"/v1/brandpay/terms?customerKey={_customer}&scope=CARD,ACCOUNT")).Error);
    }

    [Fact]
    public async Task Token_is_valid_for_thirty_days_and_a_secret_key_is_not_a_token()
    {
        await using var shop = await TestGateway.StartAsync();
        var token = await SignInAsync(shop);

        Assert.Equal(200, (await MethodsAsync(shop, token)).Status);
        Assert.Equal((401, "UNAUTHORIZED_KEY"), (await shop.GetAsync("/v1/brandpay/payments/methods")).Error);
        shop.Gateway.AdvanceClock(TimeSpan.FromDays(30));
        Assert.Equal((401, "UNAUTHORIZED_KEY"), (await MethodsAsync(shop, token)).Error);
    }

    [Fact]
    public async Task Methods_are_registered_charged_and_removed_and_each_change_sends_a_webhook()
    {
        await using var hook = await WebhookShop.StartAsync();
        var shop = hook.Gateway;
        var token = await SignInAsync(shop);
        var card = await RegisterAsync(shop, "CARD");
        var account = await RegisterAsync(shop, "TRANSFER");

        var methods = (await shop.GetAsync($"/v1/brandpay/payments/methods/{_customer}")).Json;
        var removed = await PostAsync(shop, "/v1/brandpay/payments/methods/account/remove", $$"""{"methodKey":"{{account}}"}""", token);
        var paid = await PayAsync(shop, card);
        await hook.SentAsync();

        Assert.Equal(
            ["id", "methodKey", "alias", "cardName", "cardNumber", "issuerCode", "acquirerCode", "ownerType", "cardType", "installmentMinimumAmount", "registeredAt", "status", "icon", "iconUrl", "cardImgUrl", "color", "promotions"],
            methods.GetProperty("cards")[0].EnumerateObject().Select(member => member.Name));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", methods.GetProperty("accounts")[0].GetProperty("registeredAt").GetString());
        Assert.Equal((200, "DISABLED", account), (removed.Status, removed["status"], removed["methodKey"]));
        Assert.Equal((404, "NOT_FOUND_METHOD"), (await PostAsync(shop, "/v1/brandpay/payments/methods/account/remove", $$"""{"methodKey":"{{account}}"}""", token)).Error);
        Assert.Equal((404, "NOT_FOUND_METHOD"), (await PayAsync(shop, account, "order-000002")).Error);
        Assert.Equal((200, "BRANDPAY", "DONE", "카드"), (paid.Status, paid["type"], paid["status"], paid["method"]));
        Assert.Equal(
            ["CUSTOMER_STATUS_CHANGED CREATED", "METHOD_UPDATED ENABLED", "METHOD_UPDATED ENABLED", "METHOD_UPDATED DISABLED", "PAYMENT_STATUS_CHANGED DONE"],
            shop.Gateway.ReadWebhooks().Select(webhook => $"{webhook.EventType} {webhook.Status}"));
        Assert.Equal(5, hook.Received.Count);
    }

    [Fact]
    public async Task Payment_of_the_wallet_is_confirmed_at_its_own_endpoint_only()
    {
        await using var shop = await TestGateway.StartAsync();
        var made = await shop.ControlAsync(HttpMethod.Post, "/sandbox/payments", $$"""{"orderId":"order-000001","amount":15000,"type":"BRANDPAY","customerKey":"{{_customer}}"}""");
        var paymentKey = made["paymentKey"]!;

        Assert.Equal((404, "NOT_FOUND_PAYMENT_SESSION"), (await shop.ConfirmAsync(paymentKey)).Error);
        Assert.Equal((400, "NOT_MATCHES_CUSTOMER_KEY"), (await ConfirmAsync("customer-0002")).Error);
        var paid = await ConfirmAsync(_customer);

        Assert.Equal((200, "BRANDPAY", "DONE"), (paid.Status, paid["type"], paid["status"]));
        Assert.Equal((404, "NOT_FOUND_PAYMENT_SESSION"), (await shop.PostAsync(
            "/v1/brandpay/payments/confirm", $$"""{"paymentKey":"{{shop.Authenticate("order-000002")}}","orderId":"order-000002","amount":15000,"customerKey":"{{_customer}}"}""")).Error);

        Task<Answer> ConfirmAsync(string customer) => shop.PostAsync(
            "/v1/brandpay/payments/confirm", $$"""{"paymentKey":"{{paymentKey}}","orderId":"order-000001","amount":"15000","customerKey":"{{customer}}"}""");
    }

    [Fact]
    public async Task Customer_who_leaves_loses_tokens_and_methods()
    {
        await using var shop = await TestGateway.StartAsync();
        var token = await SignInAsync(shop);
        var card = await RegisterAsync(shop, "CARD");

        var left = await PostAsync(shop, "/v1/brandpay/customers/remove", body: null, token);

        Assert.Equal((200, $$"""{"customerKey":"{{_customer}}","success":true}"""), (left.Status, left.Text));
        Assert.Equal(401, (await MethodsAsync(shop, token)).Status);
        Assert.Equal((404, "NOT_FOUND_METHOD"), (await PayAsync(shop, card)).Error);
    }

    [Fact]
    public async Task Promotions_of_the_wallet_are_of_cards_and_banks()
    {
        await using var shop = await TestGateway.StartAsync();

        var cards = await shop.GetAsync("/v1/brandpay/promotions/card");
        var banks = await shop.GetAsync("/v1/brandpay/promotions/bank");

        Assert.Equal(["discountCards", "interestFreeCards", "pointCards"], cards.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("88", banks.Json.GetProperty("discountBanks")[0].GetProperty("bankCode").GetString());
    }

    private static async Task<string?> SignInAsync(TestGateway shop)
    {
        var code = (await shop.ControlAsync(HttpMethod.Post, "/sandbox/brandpay-codes", $$"""{"customerKey":"{{_customer}}"}"""))["code"];
        return (await TokenAsync(shop, $$"""{"customerKey":"{{_customer}}","grantType":"AuthorizationCode","code":"{{code}}"}"""))["accessToken"];
    }

    private static async Task<string?> RegisterAsync(TestGateway shop, string method) =>
        (await shop.ControlAsync(HttpMethod.Post, "/sandbox/brandpay-methods", $$"""{"customerKey":"{{_customer}}","method":"{{method}}"}"""))["methodKey"];

    private static Task<Answer> AgreeAsync(TestGateway shop, string terms) =>
        shop.PostAsync("/v1/brandpay/terms/agree", $$"""{"customerKey":"{{_customer}}","scope":["REGISTER","CARD"],"termsId":{{terms}}}""");

    private static Task<Answer> TokenAsync(TestGateway shop, string body) => shop.PostAsync("/v1/brandpay/authorizations/access-token", body);

    private static Task<Answer> PayAsync(TestGateway shop, string? methodKey, string orderId = TestGateway.OrderId) =>
        shop.PostAsync("/v1/brandpay/payments", $$"""{"customerKey":"{{_customer}}","methodKey":"{{methodKey}}","amount":15000,"orderId":"{{orderId}}","orderName":"양말"}""");

    private static Task<Answer> MethodsAsync(TestGateway shop, string? token) => SendAsync(shop, new HttpRequestMessage(HttpMethod.Get, "/v1/brandpay/payments/methods"), token);

    private static Task<Answer> PostAsync(TestGateway shop, string path, string? body, string? token) =>
        SendAsync(shop, new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : new StringContent(body, null, "application/json") }, token);

    private static Task<Answer> SendAsync(TestGateway shop, HttpRequestMessage request, string? token)
    {
        request.Headers.Add("Authorization", $"Bearer {token}");
        return shop.SendAsync(request);
    }
}
