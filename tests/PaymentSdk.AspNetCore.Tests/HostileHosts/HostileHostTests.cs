using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.HostileHosts;

/// <summary>Payments still end correctly in a host that has all hostile defaults at the same time.</summary>
public sealed class HostileHostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payments_end_right_in_a_host_whose_defaults_are_all_against_them()
    {
        Assert.True(HostileDefault.All.Count >= 20);
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: Ct);
        using var database = new TemporaryDatabase();
        using var log = new CapturedLog();
        await using var app = Build(gateway, database, log);
        await app.StartAsync(Ct);
        gateway.SendWebhooksTo($"{app.Urls.First()}/payments/webhooks");
        using var page = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        page.DefaultRequestHeaders.Add("Origin", PaymentHost.PageOrigin);

        await AssertOthersFailAsync(app.Services);
        var card = await PayAsync(app, gateway, page, "CARD");
        await RefundAsync(app, gateway, page, card);
        await DepositAsync(app, gateway, page);
        await LoseAnAnswerAsync(app, gateway, page);
        await CancelAtTheDashboardAsync(app, gateway, page);
        await ComeBackFromTheWindowAsync(app, gateway);
        await AssertUnauthorizedAreRefusedAsync(page, card.OrderId);

        Assert.All(gateway.ReadPayments(), payment => Assert.InRange(payment.Executions.Count(execution => execution.Operation == "approve"), 0, 1));
        Assert.All(gateway.ReadWebhooks().SelectMany(webhook => webhook.Tries), sent => Assert.Equal(200, sent.Status));
        Assert.Contains(log.Messages, message => message.Text.Contains("IgnoreHttpClientDefaults() says", StringComparison.Ordinal));
    }

    private static WebApplication Build(SandboxGateway gateway, TemporaryDatabase database, CapturedLog log)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        foreach (var hostile in HostileDefault.All)
            hostile.Services?.Invoke(builder);
        builder.Services
            .AddPaymentSdk(options =>
            {
                PaymentHost.Fill(options);
                options.ApiBaseAddress = gateway.Address.ToString();
                options.Recovery.PollInterval = TimeSpan.FromMilliseconds(50);
                options.Recovery.IdleInterval = TimeSpan.FromMilliseconds(200);
            })
            .IgnoreHttpClientDefaults()
            .AddMerchantOrigins(PaymentHost.PageOrigin)
            .AddEntityFrameworkLedger(options => HostileDefault.Alter(options.UseSqlite(database.ConnectionString, sqlite => sqlite.CommandTimeout(1).MigrationsHistoryTable("shop_history").MaxBatchSize(1).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))), ledger => ledger.MigrateAtStart = true);
        var app = builder.Build();
        foreach (var hostile in HostileDefault.All)
            hostile.Pipeline?.Invoke(app);
        app.MapPayments().AllowAnonymous();
        app.Map("/error", () => "an error page").AllowAnonymous();
        return app;
    }

    /// <summary>Checks that the defaults really are hostile: an HTTP client of the host itself fails under them.</summary>
    private static async Task AssertOthersFailAsync(IServiceProvider services)
    {
        using var other = services.GetRequiredService<IHttpClientFactory>().CreateClient("another");
        await Assert.ThrowsAnyAsync<Exception>(() => other.GetStringAsync(new Uri("http://localhost/"), Ct));
    }

    private static async Task<(string OrderId, string PaymentKey)> PayAsync(WebApplication app, SandboxGateway gateway, HttpClient page, string method)
    {
        var checkout = app.Services.GetRequiredService<ICheckout>();
        var opened = await checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15000), OrderName = "사과 한 상자" }, Ct);
        var orderId = ((OpenOutcome.Opened)opened).Order.OrderId.Value;
        var paymentKey = gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, 15000) { Method = method });
        using var answer = await page.PostAsJsonAsync("/payments/confirm", new { paymentKey, orderId, amount = 15000 }, Ct);
        // A slow machine may reach the host's limit of two seconds; the page then requests the status again, as usual.
        await UntilAsync(page, orderId, method == "CARD" ? "paid" : "awaitingDeposit");
        return (orderId, paymentKey);
    }

    private static async Task RefundAsync(WebApplication app, SandboxGateway gateway, HttpClient page, (string OrderId, string PaymentKey) paid)
    {
        var refund = new RefundRequest { OrderId = OrderId.Parse(paid.OrderId), RefundId = RefundId.Parse("r-1"), Amount = 4000, Reason = "고객 변심", Wait = TimeSpan.FromMinutes(2) };
        Assert.IsType<RefundOutcome.Done>(await app.Services.GetRequiredService<IRefunds>().RefundAsync(refund, Ct));
        await UntilAsync(page, paid.OrderId, "partlyCanceled");
        Assert.Equal(11_000, gateway.ReadPayments().Single(payment => payment.PaymentKey == paid.PaymentKey).BalanceAmount);
    }

    private static async Task DepositAsync(WebApplication app, SandboxGateway gateway, HttpClient page)
    {
        var (orderId, paymentKey) = await PayAsync(app, gateway, page, "VIRTUAL_ACCOUNT");
        gateway.Deposit(paymentKey);
        await UntilAsync(page, orderId, "paid");
    }

    private static async Task LoseAnAnswerAsync(WebApplication app, SandboxGateway gateway, HttpClient page)
    {
        await gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 3 });
        await PayAsync(app, gateway, page, "CARD");
        gateway.ClearFaults();
    }

    private static async Task CancelAtTheDashboardAsync(WebApplication app, SandboxGateway gateway, HttpClient page)
    {
        var (orderId, paymentKey) = await PayAsync(app, gateway, page, "CARD");
        gateway.CancelAtDashboard(paymentKey);
        var ledger = app.Services.GetRequiredKeyedService<IOrderLedger>("");
        // The test does not read the order through the endpoint, because only the webhook may make it due.
        await Until.TrueAsync(
            async () => (await ledger.FindAsync("", OrderId.Parse(orderId), Ct))!.Attempt.State == AttemptState.Canceled,
            () => "the webhook is not handled");
        await UntilAsync(page, orderId, "canceled");
    }

    /// <summary>Checks the pages that a person sees at the window's return addresses, with all middleware of the host.</summary>
    private static async Task ComeBackFromTheWindowAsync(WebApplication app, SandboxGateway gateway)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var opened = (OpenOutcome.Opened)await app.Services.GetRequiredService<ICheckout>().OpenAsync(new NewPurchase { Amount = Money.Krw(15000), OrderName = "배 한 상자" }, Ct);
        var orderId = opened.Order.OrderId.Value;
        var paymentKey = gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, 15000) { Method = "CARD" });

        using var back = await browser.GetAsync($"/payments/success?paymentKey={paymentKey}&orderId={orderId}&amount=15000", Ct);
        // A slow machine may reach the host's limit of two seconds; the page then requests its address again.
        if (back.StatusCode != HttpStatusCode.ServiceUnavailable)
            Assert.Equal((HttpStatusCode.SeeOther, $"/orders/{orderId}"), (back.StatusCode, back.Headers.Location?.OriginalString));

        foreach (var (method, address, status) in new[] { ("GET", "/payments/fail/nobody-1", 404), ("GET", "/payments/success", 400), ("POST", "/payments/success", 405), ("GET", "/payments/fail/a/b", 404) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await browser.SendAsync(request, Ct);
            Assert.Equal((address, status, "text/html"), (address, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains("상점으로 돌아가기", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    private static async Task AssertUnauthorizedAreRefusedAsync(HttpClient page, string orderId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/payments/orders/{orderId}") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = page.BaseAddress };
        using var answer = await stranger.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static Task UntilAsync(HttpClient page, string orderId, string status)
    {
        var shown = "";
        return Until.TrueAsync(
            async () =>
            {
                using var answer = await page.GetAsync($"/payments/orders/{orderId}", Ct);
                shown = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}";
                if (answer.StatusCode != HttpStatusCode.OK)
                    return false;
                var order = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
                shown = order.GetRawText();
                return order.GetProperty("status").GetString() == status && order.GetProperty("amount").GetProperty("value").ValueKind == JsonValueKind.Number;
            },
            () => $"the order does not become {status}: {shown}");
    }
}
