using System.Globalization;
using System.Net;
using System.Text;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>The shop does not keep requests of strangers in memory, so a shop with little memory still sells after many hostile requests.</summary>
public sealed class MemoryTests
{
    private const int Requests = 20_000;

    /// <summary>A limit of 140 MB. Each request has several unique kilobytes, so all of them together would take at least 200 MB.</summary>
    private const string HeapLimit = "8C00000";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_with_little_memory_sells_after_twenty_thousand_hostile_requests()
    {
        await using var own = await OwnShop.OpenAsync(("DOTNET_GCHeapHardLimit", HeapLimit), ("DOTNET_gcServer", "0"));
        var demo = own.Demo;
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 16 }) { BaseAddress = demo.Process.Shop, Timeout = TimeSpan.FromMinutes(2) };
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct }, async (number, _) =>
        {
            using var request = Hostile(number);
            using var answer = await stranger.SendAsync(request, Ct);
            answers.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
        });

        Assert.Equal(Requests, answers.Values.Sum());
        Assert.DoesNotContain(500, answers.Keys);
        Assert.DoesNotContain("OutOfMemory", demo.Process.Output, StringComparison.Ordinal);
        var orderId = (await demo.OpenOrderAsync()).GetProperty("orderId").GetString()!;
        using var paid = await demo.ConfirmAsync(await demo.Sandbox.AuthenticateAsync(orderId, 38_000), orderId, 38_000);
        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
    }

    /// <summary>Returns one of several kinds of request, with several kilobytes that no other request has.</summary>
    private static HttpRequestMessage Hostile(int number)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"{number}-{new string((char)('a' + (number % 26)), 6_000)}");
        return (number % 8) switch
        {
            0 => With(new HttpRequestMessage(HttpMethod.Get, "/payments/widget"), "Origin", $"https://{own}.example"),
            1 => With(new HttpRequestMessage(HttpMethod.Post, "/payments/confirm") { Content = Json($$"""{"paymentKey":"{{own}}","orderId":"order-{{number}}","amount":1}""") }, "Origin", $"https://shop-{number}.example"),
            2 => new HttpRequestMessage(HttpMethod.Post, "/payments/webhooks") { Content = Json($$"""{"eventType":"PAYMENT_STATUS_CHANGED","data":{"paymentKey":"tgen_{{number}}","orderId":"order-{{number}}","status":"DONE","more":"{{own}}"} }""") },
            3 => With(new HttpRequestMessage(HttpMethod.Get, $"/payments/success?paymentKey=tgen_{number}&orderId=order-{number}&amount=1&more={own}"), "Accept", "text/html"),
            4 => With(new HttpRequestMessage(HttpMethod.Get, $"/payments/fail/order-{number}?code={own}&message={number}"), "Accept", "text/html"),
            5 => With(new HttpRequestMessage(HttpMethod.Get, $"/payments//success;{own}"), "Accept", "text/html"),
            6 => With(new HttpRequestMessage(HttpMethod.Get, $"/payments/orders/order-{number}?{own}"), "Origin", $"https://{number}.localhost"),
            _ => With(With(new HttpRequestMessage(HttpMethod.Options, $"/payments/confirm?{own}"), "Origin", $"https://{number}.example"), "Access-Control-Request-Method", "POST"),
        };
    }

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
