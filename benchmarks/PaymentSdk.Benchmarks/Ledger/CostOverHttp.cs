using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>
/// Compares a confirm over HTTP (<c>POST /payments/confirm</c>, with origin check, validation, process and ledger) with a hand-written
/// endpoint that makes the same two commits, in one run: <c>dotnet run -c Release -- http</c>. Both hosts and the client are in this process.
/// </summary>
internal static class CostOverHttp
{
    private const int Rounds = 6;
    private const string Page = "https://shop.example";

    public static Task ReportAsync(TextWriter output, string? only) => LedgerUnderTest.EachAsync(only, ledger => CompareAsync(output, ledger));

    private static async Task CompareAsync(TextWriter output, LedgerUnderTest ledger)
    {
        await using var app = NewHost(builder => MeasuredShop.Add(builder.Services, ledger).AddMerchantOrigins(Page));
        app.MapPayments("/payments");
        await app.StartAsync();
        await using var shop = new MeasuredShop(app);
        var loops = new ConcurrentBag<BareLoop>();
        await using var byHand = NewHost(_ => { });
        byHand.MapPost("/payments/confirm", async (ConfirmBody body) =>
        {
            if (!loops.TryTake(out var loop))
                loop = await BareLoop.OpenAsync(ledger);
            await loop.ConfirmAsync(OrderId.Parse(body.OrderId), body.PaymentKey);
            loops.Add(loop);
            return new { body.OrderId, Status = "paid", body.Amount };
        });
        await byHand.StartAsync();

        foreach (var (buyers, each) in new[] { (1, 200), (32, 20) })
        {
            Round bare = new(), payments = new();
            for (var round = -1; round < Rounds; round++)
            {
                var hand = await ConfirmAsync(byHand, await shop.OpenAsync(buyers * each), buyers);
                var ours = await ConfirmAsync(app, await shop.OpenAsync(buyers * each), buyers);
                // The first round, -1, only warms up.
                if (round < 0)
                    await ledger.AnalyzeAsync();
                else
                    (bare, payments) = (bare.And(hand), payments.And(ours));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ledger.Name}, {buyers,2} buyers over HTTP: by hand {bare}; MapPayments {payments}; ratio {payments.PerSecond / bare.PerSecond:0.00}"));
        }

        foreach (var loop in loops)
            await loop.CloseAsync();
    }

    private static async Task<Round> ConfirmAsync(WebApplication host, IReadOnlyList<OrderId> orders, int buyers)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Origin", Page);
        return await Round.MeasureAsync(orders, buyers, async (_, order) =>
        {
            using var response = await client.PostAsJsonAsync("/payments/confirm", new ConfirmBody($"tgen_{Guid.NewGuid():N}", order.Value, 15_000));
            response.EnsureSuccessStatusCode();
        });
    }

    private static WebApplication NewHost(Action<WebApplicationBuilder> add)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        add(builder);
        return builder.Build();
    }

    /// <summary>The body that a page sends.</summary>
    private sealed record ConfirmBody(string PaymentKey, string OrderId, decimal Amount);
}
