using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The registration that each mapped prefix uses, and the faults of registrations and mappings that stop a host.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Two_shops_in_one_host_are_independent()
    {
        var other = new Mock<ICheckout>(MockBehavior.Strict);
        await using var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options =>
                {
                    options.SecretKey = "test_gsk_fake_b";
                    options.ClientKey = "test_gck_fake_b";
                    options.ResultPage = "/b/orders/{orderId}";
                }));
                builder.Services.AddKeyedSingleton("b", other.Object);
            },
            map: app =>
            {
                app.MapPayments();
                app.MapPayments("/b/payments", merchant: "b");
            },
            environment: "Development");
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.Paid(Orders.Paid));
        other.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ConfirmOutcome.NotFound(Orders.Id));

        Assert.Equal("test_gck_fake_shop", await ClientKeyAsync(host, "/payments"));
        Assert.Equal("test_gck_fake_b", await ClientKeyAsync(host, "/b/payments"));
        Assert.Equal(200, await ConfirmAsync(host, "/payments"));
        Assert.Equal(404, await ConfirmAsync(host, "/b/payments"));
        host.Checkout.Verify(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()), Times.Once);
        other.Verify(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    public static TheoryData<string, Action<WebApplication>> SecondCalls => new()
    {
        { "MapPayments is called twice with the prefix '/payments'", app => app.MapPayments() },
        { "MapPayments is called twice with the prefix '/PAYMENTS/'", app => app.MapPayments("/PAYMENTS/") },
        { "MapPayments(\"/payments-b\", \"b\")", app => app.MapPayments(merchant: "b") },
    };

    [Theory]
    [MemberData(nameof(SecondCalls), DisableDiscoveryEnumeration = true)]
    public async Task A_prefix_that_is_mapped_twice_stops_the_host(string reported, Action<WebApplication> again)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => PaymentHost.StartAsync(
            services: WithSecond,
            map: app =>
            {
                app.MapPayments();
                again(app);
            }));

        Assert.Contains(reported, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prefix_without_a_slash_stops_the_host_with_the_lines_to_write()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => PaymentHost.StartAsync(map: app => app.MapPayments("shop")));

        Assert.StartsWith(
            "MapPayments(\"shop\"): a prefix begins with a slash. Write MapPayments(\"/shop\"), or for the registration of that name MapPayments(\"/payments-shop\", \"shop\").",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_another_endpoint_has_too_is_reported_at_start_unless_its_host_differs()
    {
        await using var host = await PaymentHost.StartAsync(
            services: WithSecond,
            map: app =>
            {
                app.MapGroup("").RequireHost("a.example").MapPayments("/pay");
                app.MapGroup("").RequireHost("b.example").MapPayments("/pay", "b");
                app.MapPayments();
                app.MapGet("/payments/Success", () => "the shop's own").WithDisplayName("the shop's own page");
                app.MapGet("/payments/orders/{id:int}", () => "comes first");
                app.MapPut("/payments/confirm", () => "another method");
            });

        var error = Assert.Single(host.Log.Messages, message => message.Text.Contains("has the same route as", StringComparison.Ordinal));
        Assert.Contains("GET /payments/success of MapPayments has the same route as the shop's own page", error.Text, StringComparison.Ordinal);
    }

    private static void WithSecond(WebApplicationBuilder builder)
    {
        PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options)));
        builder.Services.AddKeyedSingleton("b", Mock.Of<ICheckout>());
    }

    [Fact]
    public async Task Result_page_is_the_one_of_the_registration()
    {
        var other = new Mock<ICheckout>();
        other.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Orders.Open);
        await using var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options, more => more.ResultPage = "/b/orders/{orderId}")));
                builder.Services.AddKeyedSingleton("b", other.Object);
            },
            map: app => app.MapPayments("/b/payments", merchant: "b"));

        var response = await host.Browser.GetAsync("/b/payments/fail/order-1001", TestContext.Current.CancellationToken);

        Assert.Equal("/b/orders/order-1001", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("", "MapPayments() found no such registration. Add builder.Services.AddPaymentSdk() before the host is built.")]
    [InlineData("b", "MapPayments(merchant: \"b\") found no such registration. Add builder.Services.AddPaymentSdk(\"b\", …) before the host is built.")]
    public async Task Host_without_the_registration_does_not_start(string merchant, string message)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var fault = Assert.Throws<InvalidOperationException>(() => app.MapPayments(merchant: merchant));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public async Task Host_without_merchant_origins_does_not_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddPaymentSdk(options => PaymentHost.Fill(options));
        PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options)));
        builder.Services.AddSingleton(Mock.Of<ICheckout>());
        await using var app = builder.Build();

        var fault = Assert.Throws<InvalidOperationException>(() => app.MapPayments());

        Assert.Equal("MapPayments() found no merchant origins: no page could call it. Add .AddMerchantOrigins(\"https://myshop.com\") to builder.Services.AddPaymentSdk().", fault.Message);
    }

    [Theory]
    [InlineData("https://evil.example/{orderId}", false)]
    [InlineData("https://SHOP.example/{orderId}", false)]
    [InlineData("https://shop.example/{orderId}", true)]
    [InlineData("/{orderId}", true)]
    public async Task Host_starts_only_with_a_result_page_on_a_registered_origin(string page, bool starts)
    {
        var fault = await Record.ExceptionAsync(async () =>
        {
            await using var host = await PaymentHost.StartAsync(options => options.ResultPage = page);
        });

        Assert.Equal(starts, fault is null);
        Assert.True(starts || fault!.Message.Contains($"Payment:ResultPage is '{page}', which is not on a registered merchant origin", StringComparison.Ordinal), fault?.ToString());
    }

    [Fact]
    public async Task Endpoints_of_one_shop_under_the_origins_of_another_do_not_start()
    {
        var fault = await Record.ExceptionAsync(async () =>
        {
            await using var host = await PaymentHost.StartAsync(
                services: builder =>
                {
                    PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options)));
                    builder.Services.AddKeyedSingleton("b", Mock.Of<ICheckout>());
                },
                map: app => app.MapPayments("/b/payments", merchant: "b").RequireMerchantOrigin("", origin => origin.AllowHeaders("authorization")));
        });

        Assert.Contains("Write RequireMerchantOrigin(\"b\", …).", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_of_one_shop_cannot_call_the_other()
    {
        var other = new Mock<ICheckout>(MockBehavior.Strict);
        await using var host = await PaymentHost.StartAsync(
            services: builder =>
            {
                builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options)).AddMerchantOrigins("https://b.example");
                builder.Services.AddKeyedSingleton("b", other.Object);
            },
            map: app => app.MapPayments("/b/payments", merchant: "b"));

        Assert.Equal(403, await ConfirmAsync(host, "/b/payments"));
        other.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Host_without_a_ledger_does_not_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        PaymentHost.AddRegistration(builder.Services.AddPaymentSdk(options => PaymentHost.Fill(options)));
        PaymentHost.AddRegistration(builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options)));
        builder.Services.AddKeyedSingleton("b", Mock.Of<ICheckout>());
        await using var app = builder.Build();

        var fault = Assert.Throws<InvalidOperationException>(() => app.MapPayments());

        Assert.Equal("MapPayments() found no ledger: a payment is only confirmed through one. Add .AddEntityFrameworkLedger(…) to builder.Services.AddPaymentSdk().", fault.Message);
    }

    private static async Task<string?> ClientKeyAsync(PaymentHost host, string prefix) =>
        (await Answer.JsonAsync(await host.Page.GetAsync($"{prefix}/widget", TestContext.Current.CancellationToken))).GetProperty("clientKey").GetString();

    private static async Task<int> ConfirmAsync(PaymentHost host, string prefix) =>
        (int)(await host.Page.PostAsJsonAsync($"{prefix}/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, TestContext.Current.CancellationToken)).StatusCode;
}
