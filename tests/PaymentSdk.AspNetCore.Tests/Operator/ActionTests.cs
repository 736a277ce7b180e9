using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Operator;

/// <summary>The data and the actions of the operators' page, through its own endpoints.</summary>
public sealed class ActionTests
{
    [Fact]
    public async Task The_journal_names_the_signed_in_user_whatever_name_the_page_sends()
    {
        await using var shop = await OperatorShop.StartAsync();
        var orderId = await shop.PayAsync();
        using var kim = await shop.SignInAsync("김 운영 " + new string('x', 80));

        var desk = await OperatorShop.ReadAsync(kim, "/operator/api");
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, $"/operator/api/orders/{orderId}/reverse", new { who = "Mallory", why = "out of stock" }));

        var user = "김 운영 " + new string('x', 64 - 5);
        Assert.Equal(user, desk.GetProperty("user").GetString());
        Assert.Equal(user, await shop.LastActorAsync(orderId));
        Assert.Equal(AttemptState.Canceled, await shop.Shop.StateAsync(orderId));
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("   ", 400)]
    [InlineData("a\u0007b", 400)]
    [InlineData("65", 400)]
    [InlineData("64", 200)]
    public async Task Without_a_signed_in_name_the_typed_name_is_recorded(string who, int status)
    {
        await using var shop = await OperatorShop.StartAsync(app => app.MapPaymentOperator().AllowAnonymous());
        var orderId = await shop.PayAsync();
        using var anyone = await shop.SignInAsync(null);
        var name = int.TryParse(who, out var length) ? new string('k', length) : who;

        Assert.Equal(JsonValueKind.Null, (await OperatorShop.ReadAsync(anyone, "/operator/api")).GetProperty("user").ValueKind);
        Assert.Equal(status == 200 ? "200 True" : "400 invalid", await OperatorShop.DoAsync(anyone, $"/operator/api/orders/{orderId}/reverse", new { who = name, why = "out of stock" }));

        Assert.Equal(status == 200 ? name : "checkout", await shop.LastActorAsync(orderId));
    }

    [Fact]
    public async Task A_refund_is_made_once_under_its_id_and_shown_with_its_order()
    {
        await using var shop = await OperatorShop.StartAsync();
        var orderId = await shop.PayAsync();
        using var kim = await shop.SignInAsync("Kim");
        var refund = new { why = "one mug was chipped", refundId = "operator-1", amount = 5000 };

        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, $"/operator/api/orders/{orderId}/refund", refund));
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, $"/operator/api/orders/{orderId}/refund", refund));
        Assert.Equal("200 not-refundable", await OperatorShop.DoAsync(kim, $"/operator/api/orders/{orderId}/refund", refund with { refundId = "operator-2", amount = 10001 }));
        Assert.Equal("400 invalid", await OperatorShop.DoAsync(kim, $"/operator/api/orders/{orderId}/refund", refund with { refundId = "" }));

        var file = await OperatorShop.ReadAsync(kim, $"/operator/api/orders/{orderId}");
        Assert.Equal((10000, "PartlyCanceled"), (file.GetProperty("order").GetProperty("balance").GetDecimal(), file.GetProperty("order").GetProperty("state").GetString()));
        Assert.Equal(("operator-1", "Done", "Kim"), Refund(Assert.Single(file.GetProperty("refunds").EnumerateArray())));
        Assert.Equal("/orders/" + orderId, file.GetProperty("buyerPage").GetString());
        Assert.Contains(file.GetProperty("journal").EnumerateArray(), row => row.GetProperty("step").GetString() == "partly-refunded" && row.GetProperty("amount").GetDecimal() == 5000);
        Assert.Equal(1, shop.Shop.Gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "cancel")));

        static (string?, string?, string?) Refund(JsonElement refund) =>
            (refund.GetProperty("refundId").GetString(), refund.GetProperty("state").GetString(), refund.GetProperty("actor").GetString());
    }

    [Fact]
    public async Task A_mismatch_shows_the_taken_amount_and_is_accepted_with_the_amount_that_was_read()
    {
        await using var shop = await OperatorShop.StartAsync();
        var orderId = await shop.MismatchAsync();
        using var kim = await shop.SignInAsync("Kim");

        var item = Assert.Single((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("attention").EnumerateArray());
        Assert.Equal((15000, 15100), (item.GetProperty("amount").GetDecimal(), item.GetProperty("takenAmount").GetDecimal()));
        Assert.Equal(["accept-amount", "reverse", "refunded-by-hand", "approved", "not-charged"], item.GetProperty("resolutions").EnumerateArray().Select(word => word.GetString()));

        var path = $"/operator/api/orders/{orderId}/resolve";
        Assert.Equal("400 invalid", await OperatorShop.DoAsync(kim, path, new { @as = "accept-amount", why = "agreed with the buyer" }));
        Assert.Equal("400 invalid", await OperatorShop.DoAsync(kim, path, new { @as = "keep-it", why = "agreed with the buyer" }));
        Assert.Equal("200 contradicted", await OperatorShop.DoAsync(kim, path, new { @as = "accept-amount", amount = 15200, why = "agreed with the buyer" }));
        Assert.Equal("200 contradicted", await OperatorShop.DoAsync(kim, path, new { @as = "approved", why = "guessed" }));
        using var contradicted = await kim.PostAsJsonAsync(path, new { @as = "not-charged", why = "guessed" }, TestContext.Current.CancellationToken);
        var reason = (await Answer.JsonAsync(contradicted)).GetProperty("reason");
        Assert.StartsWith("게이트웨이에서 결제된 것으로 확인됩니다(근거: DONE", reason.GetProperty("ko").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("The gateway shows that money was taken: DONE", reason.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal(AttemptState.Mismatch, await shop.Shop.StateAsync(orderId));
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, path, new { @as = "accept-amount", amount = 15100, why = "agreed with the buyer" }));

        Assert.Equal(15100, (await shop.Shop.OrderAsync(orderId)).GetProperty("amount").GetProperty("value").GetDecimal());
        Assert.Equal("Kim", await shop.LastActorAsync(orderId));
        Assert.Equal("200 not-needed", await OperatorShop.DoAsync(kim, path, new { @as = "reverse", why = "once more" }));
    }

    [Fact]
    public async Task The_first_resolution_that_is_offered_succeeds()
    {
        await using var shop = await OperatorShop.StartAsync();
        var orderId = await shop.MismatchAsync();
        using var kim = await shop.SignInAsync("Kim");
        var item = Assert.Single((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("attention").EnumerateArray());

        Assert.Equal("200 True", await OperatorShop.DoAsync(
            kim, $"/operator/api/orders/{orderId}/resolve", new { @as = item.GetProperty("resolutions")[0].GetString(), amount = item.GetProperty("takenAmount").GetDecimal(), why = "agreed" }));
        Assert.Empty((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("attention").EnumerateArray());
    }

    [Fact]
    public async Task The_ledger_is_reconciled_and_a_discrepancy_is_assigned_and_closed()
    {
        await using var shop = await OperatorShop.StartAsync();
        using var kim = await shop.SignInAsync("Kim");
        using var foreign = new HttpClient { BaseAddress = shop.Shop.Gateway.Address };
        foreign.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("test_gsk_fake_shop:"u8));
        var paymentKey = shop.Shop.Gateway.AuthenticatePayment(new SandboxPaymentRequest("another-system-9", 7000));
        using var sold = await foreign.PostAsJsonAsync("/v1/payments/confirm", new { paymentKey, orderId = "another-system-9", amount = 7000 }, TestContext.Current.CancellationToken);
        Assert.True(sold.IsSuccessStatusCode);

        using var compared = await kim.PostAsJsonAsync("/operator/api/reconcile", new { }, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await Answer.JsonAsync(compared)).GetProperty("report").GetProperty("breaks").GetInt32());
        var key = Assert.Single((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("breaks").EnumerateArray()).GetProperty("key").GetString();
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, "/operator/api/breaks/assign", new { key }));
        Assert.Equal("Kim", Assert.Single((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("breaks").EnumerateArray()).GetProperty("owner").GetString());
        Assert.Equal("400 invalid", await OperatorShop.DoAsync(kim, "/operator/api/breaks/close", new { key }));
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, "/operator/api/breaks/close", new { key, why = "the other shop's sale" }));
        Assert.Equal("200 break-not-open", await OperatorShop.DoAsync(kim, "/operator/api/breaks/close", new { key, why = "the other shop's sale" }));
        Assert.Equal("400 invalid", await OperatorShop.DoAsync(kim, "/operator/api/breaks/assign", new { }));
    }

    [Fact]
    public async Task An_event_whose_handler_fails_is_retried_and_skipped()
    {
        await using var shop = await OperatorShop.StartAsync(more: payments => payments.AddOrderEventHandler<FailingHandler>());
        using var kim = await shop.SignInAsync("Kim");
        await shop.PayAsync();
        var id = "";
        await Until.TrueAsync(
            async () =>
            {
                var waiting = (await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("events").EnumerateArray().ToArray();
                id = waiting.Length == 1 && waiting[0].GetProperty("tries").GetInt32() > 0 ? waiting[0].GetProperty("id").GetString()! : "";
                return id.Length > 0;
            },
            () => "no delivery has failed");

        await Until.TrueAsync(async () => await OperatorShop.DoAsync(kim, "/operator/api/events/retry", new { id }) == "200 True", () => "a handler still holds the event");
        await Until.TrueAsync(async () => await OperatorShop.DoAsync(kim, "/operator/api/events/skip", new { id, why = "told by hand" }) == "200 True", () => "a handler still holds the event");

        Assert.Empty((await OperatorShop.ReadAsync(kim, "/operator/api")).GetProperty("events").EnumerateArray());
        Assert.Equal("200 event-over", await OperatorShop.DoAsync(kim, "/operator/api/events/retry", new { id }));
    }

    [Fact]
    public async Task Each_registration_has_a_page_of_its_own()
    {
        await using var shop = await OperatorShop.StartAsync(
            app =>
            {
                app.MapPaymentOperator().RequireAuthorization(OperatorShop.Policy);
                app.MapPaymentOperator("/b/operator", "b").RequireAuthorization(OperatorShop.Policy);
            },
            second: "b");
        using var kim = await shop.SignInAsync("Kim");
        var ours = await shop.PayAsync();
        var opened = await shop.Shop.Services.GetRequiredKeyedService<ICheckout>("b")
            .OpenAsync(new NewPurchase { Amount = Money.Krw(15000), OrderName = "Another shop's" }, TestContext.Current.CancellationToken);
        var theirs = ((OpenOutcome.Opened)opened).Order.OrderId.Value;

        Assert.Equal([ours], await OrdersAsync("/operator"));
        Assert.Equal([theirs], await OrdersAsync("/b/operator"));
        Assert.Equal("200 order-not-found", await OperatorShop.DoAsync(kim, $"/b/operator/api/orders/{ours}/reverse", new { why = "out of stock" }));
        Assert.Equal("200 True", await OperatorShop.DoAsync(kim, $"/b/operator/api/orders/{theirs}/reverse", new { why = "out of stock" }));
        Assert.Equal("Kim", await shop.LastActorAsync(theirs, "b"));
        Assert.Equal(AttemptState.Approved, await shop.Shop.StateAsync(ours));

        async Task<string?[]> OrdersAsync(string page) =>
            [.. (await OperatorShop.ReadAsync(kim, $"{page}/api")).GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("orderId").GetString())];
    }

    [Theory]
    [InlineData("{", "application/json", "400 malformed-request")]
    [InlineData("[]", "application/json", "400 malformed-request")]
    [InlineData("null", "application/json", "400 malformed-request")]
    [InlineData("{\"why\":\"a\",\"why\":\"b\"}", "application/json", "400 malformed-request")]
    [InlineData("{\"amount\":\"much\"}", "application/json", "400 malformed-request")]
    [InlineData("{}", "text/plain", "415 unsupported-media-type")]
    [InlineData("17000", "application/json", "413 body-too-large")]
    public async Task A_body_that_cannot_be_read_is_answered_with_problem_details(string body, string type, string reported)
    {
        await using var shop = await OperatorShop.StartAsync();
        using var kim = await shop.SignInAsync("Kim");
        var text = int.TryParse(body, out var size) ? $"{{\"why\":\"{new string('x', size)}\"}}" : body;

        using var answer = await kim.PostAsync("/operator/api/orders/order-000001/refund", new StringContent(text, Encoding.UTF8, type), TestContext.Current.CancellationToken);

        Assert.Equal(reported, await Answer.ProblemAsync(answer));
    }

    [Fact]
    public async Task An_unavailable_ledger_is_reported_as_unavailable()
    {
        await using var shop = await OperatorShop.StartAsync(more: ControlledLedger.Wrap);
        using var kim = await shop.SignInAsync("Kim");
        ControlledLedger.Of(shop.Shop.Services).IsUnavailable = true;

        using var read = await kim.GetAsync("/operator/api", TestContext.Current.CancellationToken);
        Assert.Equal("503 ledger-unavailable", await Answer.ProblemAsync(read));
        Assert.Equal("503 ledger-unavailable", await OperatorShop.DoAsync(kim, "/operator/api/orders/order-000001/resolve", new { @as = "reverse", why = "out of stock" }));
        using var missing = await kim.GetAsync("/operator/api/orders/no", TestContext.Current.CancellationToken);
        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(missing));
    }

    private sealed class FailingHandler : IOrderEventHandler
    {
        public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken) => throw new InvalidOperationException("The mail server is unavailable.");
    }
}
