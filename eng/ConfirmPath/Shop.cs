using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;

namespace PaymentSdk.ConfirmPath;

/// <summary>
/// A shop with a SQLite ledger and the sandbox. It opens a purchase, authenticates a payment in the sandbox, and confirms it over HTTP.
/// </summary>
internal static class Shop
{
    private const string Page = "https://shop.example";
    private const decimal Price = 15_000;

    /// <summary>
    /// Returns the methods that one confirm enters, in order. Another confirm runs first, so that one-time initialization is not included.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ConfirmAsync()
    {
        var folder = Directory.CreateTempSubdirectory("confirm-path-");
        try
        {
            await using var gateway = await SandboxGateway.StartAsync();
            var keys = new SandboxOptions().Keys[0];
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services
                .AddPaymentSdk(options =>
                {
                    (options.ClientKey, options.SecretKey) = (keys.ClientKey, keys.SecretKey);
                    options.ApiBaseAddress = gateway.Address.ToString();
                })
                .AddMerchantOrigins(Page)
                .AddEntityFrameworkLedger(database => database.UseSqlite($"Data Source={Path.Combine(folder.FullName, "payments.db")};Pooling=False"), ledger => ledger.MigrateAtStart = true);
            await using var shop = builder.Build();
            IReadOnlyList<string>? entered = null;
            shop.Use(async (context, next) =>
            {
                var kept = Calls.Keep();
                await next(context);
                entered = [.. kept];
            });
            shop.UseRouting();
            shop.MapPayments();
            await shop.StartAsync();

            await PayAsync(shop, gateway);
            await PayAsync(shop, gateway);
            await shop.StopAsync();
            return entered ?? [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PayAsync(WebApplication shop, SandboxGateway gateway)
    {
        var opened = await shop.Services.GetRequiredService<ICheckout>().OpenAsync(new NewPurchase { Amount = Money.Krw(Price), OrderName = "One box" });
        var orderId = opened.Match(order => order.Order.OrderId.Value, _ => throw new InvalidOperationException(), _ => throw new InvalidOperationException());
        var paymentKey = gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, Price));
        using var client = new HttpClient { BaseAddress = new Uri(shop.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/confirm") { Content = JsonContent.Create(new { paymentKey, orderId, amount = Price }) };
        request.Headers.Add("Origin", Page);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || !answer.Contains("\"paid\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The confirm was answered with {(int)response.StatusCode}: {answer}");
    }
}
