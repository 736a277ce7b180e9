using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk;
using PaymentSdk.Api;
using PaymentSdk.Sandbox;
using StartShop.Recipes;

namespace StartShop.Tests;

/// <summary>The recipes of docs/start.md do what they describe.</summary>
public sealed class RecipeTests(ShopFactory shop) : IClassFixture<ShopFactory>
{
    private ICheckout Checkout => shop.Services.GetRequiredService<ICheckout>();

    [Fact]
    public async Task A_refund_is_made_once_however_often_it_is_requested()
    {
        var order = await PayAsync();
        var form = new RefundForm(order, RefundId.Parse($"refund-{order}"), 5_000, "변심");

        var first = await Refunds.RefundAsync(form, shop.Services.GetRequiredService<IRefunds>(), TestContext.Current.CancellationToken);
        var second = await Refunds.RefundAsync(form, shop.Services.GetRequiredService<IRefunds>(), TestContext.Current.CancellationToken);

        Assert.Equal("refunded", Assert.IsType<Ok<string>>(first).Value);
        Assert.Equal("refunded", Assert.IsType<Ok<string>>(second).Value);
        Assert.Equal(10_000, Assert.Single(shop.Sandbox.ReadPayments(), payment => payment.OrderId == order.Value).BalanceAmount);
    }

    [Fact]
    public async Task A_registered_card_is_charged_once_a_month()
    {
        var customer = CustomerKey.Parse("customer-0001");
        var subscribers = new Subscribers();
        var authKey = shop.Sandbox.AuthenticateBilling(customer.Value);

        var registered = await Subscriptions.RegisterAsync(
            authKey, customer.Value, shop.Services.GetRequiredService<IPaymentClient>(), subscribers, TestContext.Current.CancellationToken);
        var key = subscribers.Find(customer);
        var first = await Subscriptions.ChargeMonthAsync(customer, key, new DateOnly(2026, 11, 1), shop.Services.GetRequiredService<ICharges>());
        var again = await Subscriptions.ChargeMonthAsync(customer, key, new DateOnly(2026, 11, 1), shop.Services.GetRequiredService<ICharges>());

        Assert.Equal("/cards", Assert.IsType<RedirectHttpResult>(registered).Url);
        Assert.True(first && again);
        Assert.Single(shop.Sandbox.ReadPayments(), payment => payment.TotalAmount == 9_900);
    }

    [Fact]
    public async Task The_number_of_a_virtual_account_is_mailed_and_so_is_its_deposit()
    {
        var order = await OpenAsync();
        var paymentKey = shop.Sandbox.AuthenticatePayment(new SandboxPaymentRequest(order.Value, 15_000) { Method = "VIRTUAL_ACCOUNT" });
        var confirmed = await Checkout.ConfirmAsync(Confirmation(order, paymentKey), TestContext.Current.CancellationToken);
        var awaiting = Assert.IsType<ConfirmOutcome.AwaitingDeposit>(confirmed).Order;
        var mails = new Mails();

        await new Shipping(Checkout, mails).HandleAsync(Event(awaiting, OrderEventType.AwaitingDeposit), TestContext.Current.CancellationToken);
        await new Shipping(Checkout, mails).HandleAsync(Event(awaiting, OrderEventType.Paid), TestContext.Current.CancellationToken);

        Assert.StartsWith($"우리은행 {awaiting.DepositAccount!.AccountNumber} 계좌로", mails.Texts[0], StringComparison.Ordinal);
        Assert.Equal("결제되었습니다. 곧 보내 드리겠습니다.", mails.Texts[1]);
    }

    [Fact]
    public async Task The_values_of_the_SDK_are_texts_in_the_OpenAPI_document_of_the_shop()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        ApiDocument.Add(builder);
        await using var app = builder.Build();
        app.MapOpenApi();
        app.MapPost("/refunds", (Wanted wanted) => wanted.Amount);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var schemas = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken)).GetProperty("components").GetProperty("schemas");

        Assert.All(new[] { "OrderId", "RefundId", "Money", "BankCode" }, name => Assert.Equal("string", schemas.GetProperty(name).GetProperty("type").GetString()));
    }

    private sealed record Wanted(OrderId OrderId, RefundId RefundId, Money Amount, BankCode? Bank);

    private async Task<OrderId> PayAsync()
    {
        var order = await OpenAsync();
        var outcome = await Checkout.ConfirmAsync(
            Confirmation(order, shop.Sandbox.AuthenticatePayment(order.Value, 15_000)), TestContext.Current.CancellationToken);
        return Assert.IsType<ConfirmOutcome.Paid>(outcome).Order.OrderId;
    }

    private async Task<OrderId> OpenAsync()
    {
        var opened = await Checkout.OpenAsync(
            new NewPurchase { Amount = Money.Krw(15_000), OrderName = "머그컵" }, TestContext.Current.CancellationToken);
        return Assert.IsType<OpenOutcome.Opened>(opened).Order.OrderId;
    }

    private static PaymentConfirmation Confirmation(OrderId order, string paymentKey) =>
        new() { OrderId = order, PaymentKey = PaymentKey.Parse(paymentKey), Amount = 15_000 };

    private static OrderEvent Event(PaymentOrder order, OrderEventType type) => new()
    {
        Merchant = "",
        EventId = Guid.NewGuid(),
        PurchaseId = order.PurchaseId,
        OrderId = order.OrderId,
        Sequence = 1,
        Type = type,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class Mails : IMailer
    {
        public List<string> Texts { get; } = [];

        public Task SendAsync(PurchaseId purchase, string text, CancellationToken cancellationToken)
        {
            Texts.Add(text);
            return Task.CompletedTask;
        }
    }
}
