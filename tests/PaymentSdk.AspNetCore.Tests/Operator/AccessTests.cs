using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Operator;

/// <summary>Who can reach the operators' page, and which parts of a request are read before that is decided.</summary>
public sealed class AccessTests
{
    private static readonly string[] Actions =
        ["orders/x/refund", "orders/x/reverse", "orders/x/resolve", "reconcile", "breaks/assign", "breaks/close", "events/retry", "events/skip"];

    public static TheoryData<string, Action<WebApplication>> Unguarded => new()
    {
        { "Write app.MapPaymentOperator().RequireAuthorization(\"a policy of yours\"), with builder.Services.AddAuthorization(…), or app.MapPaymentOperator().AllowAnonymous() if something else guards it.", app => app.MapPaymentOperator() },
        { "Write app.MapPaymentOperator(\"/staff/payments\").RequireAuthorization(", app => app.MapPaymentOperator("/staff/payments") },
        { "Write app.MapPaymentOperator(\"/operator\", \"b\").RequireAuthorization(", app => app.MapPaymentOperator(merchant: "b") },
    };

    [Theory]
    [MemberData(nameof(Unguarded), DisableDiscoveryEnumeration = true)]
    public async Task A_page_without_authorization_stops_the_host_and_the_error_shows_the_lines_to_add(string lines, Action<WebApplication> map)
    {
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var shop = await OperatorShop.StartAsync(map, second: "b");
        });

        Assert.Contains("Nothing says who may use the operators' page", failure?.Message, StringComparison.Ordinal);
        Assert.Contains(lines, failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "MapPaymentOperator is called twice with the prefix '/operator'")]
    [InlineData("b", "Give each a prefix of its own, e.g. MapPaymentOperator(\"/operator-b\", \"b\").")]
    public async Task The_same_prefix_twice_stops_the_host(string other, string reported)
    {
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var shop = await OperatorShop.StartAsync(
                app =>
                {
                    app.MapPaymentOperator().RequireAuthorization(OperatorShop.Policy);
                    app.MapPaymentOperator(merchant: other).RequireAuthorization(OperatorShop.Policy);
                },
                second: "b");
        });

        Assert.Contains(reported, failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorization_of_a_group_around_it_is_one_too()
    {
        await using var shop = await OperatorShop.StartAsync(app => app.MapGroup("/staff").RequireAuthorization(OperatorShop.Policy).MapPaymentOperator());
        using var stranger = await shop.SignInAsync(null);
        using var kim = await shop.SignInAsync("Kim");

        Assert.Equal(401, await StatusAsync(stranger, "/staff/operator/api"));
        Assert.Equal(200, await StatusAsync(kim, "/staff/operator/api"));
    }

    [Fact]
    public async Task A_policy_that_no_middleware_enforces_is_an_error_and_not_an_open_page()
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        await using var shop = await PayingShop.StartAsync(app: app => ((IEndpointConventionBuilder)app.MapPaymentOperator()).WithMetadata(policy));
        using var client = new HttpClient { BaseAddress = shop.Address };

        Assert.Equal(500, await StatusAsync(client, "/operator"));
        Assert.Equal(500, await StatusAsync(client, "/operator/api"));
    }

    [Fact]
    public async Task Unauthenticated_visitors_are_redirected_to_sign_in_or_get_401_and_staff_of_another_role_get_403()
    {
        await using var shop = await OperatorShop.StartAsync();
        using var stranger = await shop.SignInAsync(null);
        using var clerk = await shop.SignInAsync("Lee", role: "clerk");

        using var page = await stranger.GetAsync("/operator", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Found, "/sign-in-here"), (page.StatusCode, page.Headers.Location?.AbsolutePath));
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        foreach (var path in new[] { "api", "api/orders/order-000001" })
            Assert.Equal((401, 403), (await StatusAsync(stranger, $"/operator/{path}"), await StatusAsync(clerk, $"/operator/{path}")));
        foreach (var path in Actions)
        {
            Assert.Equal(401, await PostAsync(stranger, path));
            Assert.Equal(403, await PostAsync(clerk, path));
        }

        Assert.Equal(302, await StatusAsync(stranger, "/operator/js/page.js"));

        static async Task<int> PostAsync(HttpClient client, string path)
        {
            using var answer = await client.PostAsJsonAsync($"/operator/api/{path}", new { who = "Mallory", why = "because" }, TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("clerk", 403)]
    public async Task An_unauthorized_caller_is_refused_before_the_body_arrives(string? role, int expected)
    {
        await using var shop = await OperatorShop.StartAsync();
        var cookie = role is null ? "" : await CookieAsync(shop, role);
        var port = shop.Shop.Address.Port;
        // The request announces a body of 1000 bytes and sends none of it, so code that reads the body would wait until the test times out.
        var head = $"POST /operator/api/orders/x/refund HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: {shop.Address}\r\n{cookie}Content-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n";

        var status = await FirstStatusAsync(port, head);

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://127.0.0.1:1")]
    [InlineData("Accept: */*")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Sec-Fetch-Site: none")]
    public async Task Requests_that_change_something_are_accepted_from_the_page_itself_only(string header)
    {
        await using var shop = await OperatorShop.StartAsync();
        var orderId = await shop.PayAsync();
        var cookie = await CookieAsync(shop, "operator");

        foreach (var path in Actions)
        {
            var answer = await RawHttp.SendAsync(
                shop.Shop.Address.Port, "POST", $"/operator/api/{path.Replace("/x/", $"/{orderId}/", StringComparison.Ordinal)}", """{"why":"because","refundId":"refund-000001","as":"reverse"}""", header, "Content-Type: application/json", cookie.TrimEnd());
            Assert.Equal((path, 403), (path, answer.Status));
            Assert.Contains("request-mode-not-allowed", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal(AttemptState.Approved, await shop.Shop.StateAsync(orderId));
    }

    [Fact]
    public async Task A_page_behind_a_proxy_that_hides_the_scheme_is_recognized_by_the_headers_of_the_browser()
    {
        await using var shop = await OperatorShop.StartAsync();
        using var kim = await shop.SignInAsync("Kim", origin: "https://shop.example");
        kim.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal("200 order-not-found", await OperatorShop.DoAsync(kim, "/operator/api/orders/order-000001/reverse", new { why = "out of stock" }));
    }

    [Fact]
    public async Task A_host_that_decided_otherwise_has_the_page_open()
    {
        await using var shop = await OperatorShop.StartAsync(app => app.MapPaymentOperator().AllowAnonymous());
        using var anyone = await shop.SignInAsync(null);

        Assert.Equal(200, await StatusAsync(anyone, "/operator"));
    }

    [Theory]
    [InlineData("operator", "MapPaymentOperator(\"operator\"): a prefix begins with a slash. Write MapPaymentOperator(\"/operator\")")]
    public async Task A_prefix_without_a_slash_stops_the_host_with_the_line_to_write(string prefix, string reported)
    {
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var shop = await OperatorShop.StartAsync(app => app.MapPaymentOperator(prefix));
        });

        Assert.Contains(reported, failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_without_a_ledger_stops_the_host_with_the_line_to_write()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddPaymentSdk("b", options => PaymentHost.Fill(options));
        await using var app = builder.Build();

        var failure = Assert.Throws<InvalidOperationException>(() => app.MapPaymentOperator("/operator", "b"));

        Assert.Equal("MapPaymentOperator(merchant: \"b\") found no ledger for its registration. Add .AddEntityFrameworkLedger(…) to builder.Services.AddPaymentSdk(\"b\", …) before the host is built.", failure.Message);
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static async Task<string> CookieAsync(OperatorShop shop, string role)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = shop.Shop.Address };
        using var answer = await client.GetAsync($"/sign-in?name=Kim&role={role}", TestContext.Current.CancellationToken);
        return $"Cookie: {answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]}\r\n";
    }

    private static async Task<int> FirstStatusAsync(int port, string head)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
