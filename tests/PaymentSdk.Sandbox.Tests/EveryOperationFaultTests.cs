using PaymentSdk.Sandbox.Tests.Payouts;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>The faults that all operations support, armed for each operation under their names in the HTTP control.</summary>
public sealed class EveryOperationFaultTests
{
    private const string _key = """{"amount":15000,"orderId":"order-000009","orderName":"양말","cardNumber":"9410001234567890","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"900101","cardPassword":"12","customerKey":"customer-0001"}""";

    public static TheoryData<string> Operations =>
        ["confirm", "get", "cancel", "key-in", "virtual-account", "billing-issue", "billing-approve", "transactions", "payout", "other"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_in_place_of_the_work(string operation)
    {
        await using var shop = await TestGateway.StartAsync();
        var call = await CallAsync(shop, operation);

        Assert.Equal(500, (await StruckAsync(shop, operation, "status-500", call)).Status);
        var busy = await StruckAsync(shop, operation, "status-429", call);
        Assert.Equal((429, "1"), (busy.Status, busy.Headers["Retry-After"]));
        Assert.Equal((502, "text/html"), (await StruckAsync(shop, operation, "html-502", call) is var page ? page.Status : 0, page.Headers["Content-Type"]));
        Assert.Equal(400, (await StruckAsync(shop, operation, "unknown-code", call)).Status);
        Assert.Equal(200, (await call()).Status);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Work_is_done_and_its_answer_lost(string operation)
    {
        await using var shop = await TestGateway.StartAsync();
        var call = await CallAsync(shop, operation);
        var before = Done(shop);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => StruckAsync(shop, operation, "close-after-work", call));

        Assert.Equal(operation is "confirm" or "cancel" or "key-in" or "billing-approve" ? 1 : 0, Done(shop) - before);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Closed_before_the_work_nothing_is_done(string operation)
    {
        await using var shop = await TestGateway.StartAsync();
        var call = await CallAsync(shop, operation);
        var before = Done(shop);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => StruckAsync(shop, operation, "close-before-work", call));

        Assert.Equal(before, Done(shop));
        Assert.Equal(200, (await call()).Status);
    }

    private static int Done(TestGateway shop) => shop.Gateway.ReadPayments().Sum(payment => payment.Executions.Count);

    private static async Task<Answer> StruckAsync(TestGateway shop, string operation, string kind, Func<Task<Answer>> call)
    {
        var armed = await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", $$"""[{"operation":"{{operation}}","kind":"{{kind}}"}]""");
        Assert.Equal(200, armed.Status);
        try
        {
            return await call();
        }
        finally
        {
            shop.Gateway.ClearFaults();
        }
    }

    /// <summary>Prepares everything that the operation needs, and returns its call.</summary>
    private static async Task<Func<Task<Answer>>> CallAsync(TestGateway shop, string operation)
    {
        switch (operation)
        {
            case "confirm":
                var authenticated = shop.Authenticate();
                return () => shop.ConfirmAsync(authenticated);
            case "get":
                var known = shop.Authenticate();
                return () => shop.GetPaymentAsync(known);
            case "cancel":
                var paid = await shop.PayAsync();
                return () => shop.CancelAsync(paid, """{"cancelReason":"x"}""");
            case "billing-approve":
                var billing = (await shop.PostAsync("/v1/billing/authorizations/card", _key))["billingKey"];
                return () => shop.PostAsync($"/v1/billing/{billing}", _key);
            case "payout":
                var seller = await shop.RegisterAsync();
                return () => shop.PostTokenAsync("/v2/payouts", SecretBody.Seal(PayoutShop.Payout(seller)));
            default:
                return () => operation switch
                {
                    "key-in" => shop.PostAsync("/v1/payments/key-in", _key),
                    "virtual-account" => shop.PostAsync("/v1/virtual-accounts", """{"amount":15000,"orderId":"order-000001","orderName":"양말","customerName":"김토스","bank":"20"}"""),
                    "billing-issue" => shop.PostAsync("/v1/billing/authorizations/card", _key),
                    "transactions" => shop.GetAsync("/v1/transactions?startDate=2020-01-01&endDate=2099-01-01"),
                    _ => shop.GetAsync("/v1/promotions"),
                };
        }
    }
}
