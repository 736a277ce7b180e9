using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Sends 100 000 requests while the registered origins are replaced 1 000 times.</summary>
public sealed class ReloadLoadTests
{
    private const int Reloads = 1_000;
    private const int Requests = 100_000;
    private const string Always = "https://always.example";
    private const string WithCredentials = "https://with.example";
    private const string Without = "https://without.example";

    /// <summary>
    /// Two settings alternate: one allows cookies and registers one shop, the other forbids them and registers another. No answer mixes the two.
    /// </summary>
    [Fact]
    public async Task Every_request_sees_the_one_set_or_the_other_whole()
    {
        RequestDelegate? pipeline = null;
        await using var host = await ProtectedHost.StartAsync(app => pipeline = Protected(app), origins: [], settings: Settings(true).ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        using var reloaded = new CancellationTokenSource();
        var cancellation = TestContext.Current.CancellationToken;
        var senders = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync(pipeline!, host.Services, reloaded.Token), cancellation)).ToArray();

        for (var i = 1; i <= Reloads; i++)
        {
            Reload(host, Settings(withCredentials: i % 2 == 0));
            await Task.Yield();
        }

        await reloaded.CancelAsync();
        var sent = await Task.WhenAll(senders);
        Assert.True(sent.Sum(counts => counts.Sent) >= Requests);
        Assert.True(sent.Sum(counts => counts.Credentialed) > 0 && sent.Sum(counts => counts.Credentialed) < sent.Sum(counts => counts.Sent));
    }

    [Fact]
    public async Task Over_a_socket_no_request_is_affected_by_the_reloads()
    {
        await using var host = await ProtectedHost.StartAsync(app => Protected(app), origins: [], settings: Settings(true).ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        using var stop = new CancellationTokenSource();
        var reloading = Task.Run(
            () =>
            {
                for (var i = 1; !stop.IsCancellationRequested; i++)
                    Reload(host, Settings(withCredentials: i % 2 == 0));
            },
            TestContext.Current.CancellationToken);

        for (var i = 0; i < 2_000; i++)
            Assert.Equal(200, (await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {Always}")).Status);

        await stop.CancelAsync();
        await reloading;
    }

    private static async Task<(int Sent, int Credentialed)> SendAsync(RequestDelegate pipeline, IServiceProvider services, CancellationToken reloaded)
    {
        var (sent, credentialed) = (0, 0);
        for (; sent <= Requests / 3 || !reloaded.IsCancellationRequested; sent++)
        {
            var origin = (sent % 4) switch { 0 => WithCredentials, 1 => Without, _ => Always };
            var context = new DefaultHttpContext { RequestServices = services };
            (context.Request.Method, context.Request.Path, context.Request.ContentLength, context.Request.Headers.Origin) = ("GET", "/api/orders/1", 0, origin);
            await pipeline(context);
            var answer = (context.Response.StatusCode, context.Response.Headers.AccessControlAllowOrigin.ToString(), context.Response.Headers.AccessControlAllowCredentials.ToString());
            Assert.Contains(answer, Possible(origin));
            credentialed += answer.Item3 == "true" ? 1 : 0;
        }

        return (sent, credentialed);
    }

    private static (int Status, string Origin, string Credentials)[] Possible(string origin) => origin switch
    {
        WithCredentials => [(200, origin, "true"), (403, "", "")],
        Without => [(200, origin, ""), (403, "", "")],
        _ => [(200, origin, "true"), (200, origin, "")],
    };

    private static Dictionary<string, string> Settings(bool withCredentials) => new()
    {
        ["Payment:AllowCredentials"] = withCredentials ? "true" : "false",
        ["Payment:MerchantOrigins:0"] = Always,
        ["Payment:MerchantOrigins:1"] = withCredentials ? WithCredentials : Without,
    };

    private static void Reload(ProtectedHost host, Dictionary<string, string> settings)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in settings)
            configuration[key] = value;
        configuration.Reload();
    }

    /// <summary>Returns the shop's protected endpoints as a pipeline that can also be called without a socket.</summary>
    private static RequestDelegate Protected(WebApplication app)
    {
        app.MapShop();
        var inProcess = new ApplicationBuilder(app.Services);
        inProcess.UseRouting();
        inProcess.UseEndpoints(endpoints => endpoints.MapShop());
        return inProcess.Build();
    }
}
