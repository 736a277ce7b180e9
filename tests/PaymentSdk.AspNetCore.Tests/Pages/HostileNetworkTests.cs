using System.Collections.Concurrent;
using Microsoft.Playwright;
using PaymentSdk.Sandbox.Tests.Window;
using PaymentSdk.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>The page behind a broken network, a proxy or a blocker: it shows the buyer what is true, and the buyer pays once.</summary>
public sealed class HostileNetworkTests(Chromium chromium)
{
    private const string Promise = "form: 'promise',";
    private const string Failed = "The payment failed. You were not charged. Please try again in a moment.";
    private const string Unknown = "The shop could not be reached. If you have paid, please do not pay again.";
    private const string Checking = "We are checking your payment. Please do not pay again.";

    private static RouteFulfillOptions Html(int status) => new() { Status = status, ContentType = "text/html", Body = "<h1>Gateway</h1>" };

    private static RouteFulfillOptions Problem(int status, string slug, string retryAfter = "1", string more = "") => new()
    {
        Status = status,
        ContentType = "application/problem+json",
        Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        Body = $$"""{"type":"urn:paymentsdk:problem:{{slug}}","title":"A problem.","status":{{status}}{{more}}}""",
    };

    /// <summary>Obstacles to a call. With each of them the page gets no usable answer.</summary>
    public static TheoryData<string> Obstacles { get; } = ["offline", "html 200", "html 502", "503 order-unavailable", "429", "half an answer", "lost answer"];

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task Confirm_without_an_answer_is_repeated_with_the_same_payment(string obstacle)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        var asked = new ConcurrentQueue<string>();
        await shop.Page.RouteAsync("**/payments/confirm", async route =>
        {
            asked.Enqueue(route.Request.PostData!);
            if (asked.Count > 2)
                await route.ContinueAsync();
            else
                await ObstructAsync(route, obstacle);
        });
        await shop.VisitAsync(Promise);

        await shop.PayAsync();

        await Expect(shop.Status).ToHaveTextAsync(Checking);
        await Expect(shop.Button).ToBeDisabledAsync();
        await shop.ArriveAsync("paid");
        Assert.Equal(3, asked.Count);
        Assert.Single(asked.Distinct());
        Assert.Equal(1, shop.Approvals);
    }

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task Widget_that_cannot_be_read_at_first_is_read_again_by_itself(string obstacle)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        var asked = 0;
        await shop.Page.RouteAsync("**/payments/widget", route => Interlocked.Increment(ref asked) > 2 ? route.ContinueAsync() : ObstructAsync(route, obstacle));

        await shop.VisitAsync();

        await shop.ReadyAsync();
        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData("**/api/orders**", "offline", Unknown)]
    [InlineData("**/api/orders**", "html 502", Unknown)]
    [InlineData("**/api/orders**", "refused", Failed)]
    [InlineData("**/payments/widget", "html 502", Unknown)]
    [InlineData("**/payments/widget", "503 public-address-unusable", Failed)]
    [InlineData("**/v2/standard", "offline", Failed)]
    [InlineData("**/v2/standard", "html 200", Failed)]
    public async Task Page_that_cannot_open_says_so_and_opens_by_the_button(string address, string obstacle, string reported)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.RouteAsync(address, route => ObstructAsync(route, obstacle));
        await shop.VisitAsync();

        await Expect(shop.Status).ToHaveTextAsync(reported);
        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "failed");
        await shop.Page.UnrouteAsync(address);
        await shop.Button.ClickAsync();

        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "ready");
        await shop.PayAsync();
        await shop.ArriveAsync("paid");
    }

    [Fact]
    public async Task Page_that_was_offline_continues_as_soon_as_the_connection_is_back()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise);
        await shop.ReadyAsync();
        await shop.Button.ClickAsync();
        await shop.Window["approve"].WaitForAsync();
        // The window belongs to the gateway and works; the confirm after it fails.
        await shop.Page.RouteAsync("**/payments/confirm", async route => await route.FulfillAsync(Problem(503, "order-unavailable", "60")));
        await shop.Window.ApproveAsync();
        await Expect(shop.Status).ToHaveTextAsync(Checking);
        await shop.Page.UnrouteAsync("**/payments/confirm");

        await shop.Page.EvaluateAsync("() => { dispatchEvent(new Event('online')) }");

        await shop.ArriveAsync("paid");
    }

    [Fact]
    public async Task Blocked_script_is_reported_with_its_address_and_the_likely_reason()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.RouteAsync("**/v2/standard", route => route.AbortAsync("blockedbyclient"));

        await shop.VisitAsync();

        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "failed");
        Assert.Equal(
            $"script-blocked: {shop.Gateway.Address}v2/standard did not load. Does the Content-Security-Policy (script-src) stop it?",
            await shop.Page.EvaluateAsync<string>("() => `${payment.error.slug}: ${payment.error.message}`"));
    }

    [Fact]
    public async Task Frames_that_the_policy_blocks_are_reported()
    {
        // The policy header of this page is merged with the window's sources; a policy in a meta element would not be.
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.RouteAsync("**/window/methods**", route => route.AbortAsync());
        await shop.Page.RouteAsync("**/window/agreement**", route => route.AbortAsync());
        await shop.Page.Clock.InstallAsync();
        await shop.VisitAsync();
        await Expect(shop.Page.Locator("#methods iframe")).ToBeAttachedAsync();

        await shop.Page.Clock.FastForwardAsync(41_000);

        await Expect(shop.Status).ToHaveTextAsync(Failed);
        await Expect(shop.Button).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Slow_answer_disables_the_button()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        var release = new TaskCompletionSource();
        var asked = 0;
        await shop.Page.RouteAsync("**/payments/confirm", async route =>
        {
            Interlocked.Increment(ref asked);
            await release.Task;
            await route.ContinueAsync();
        });
        await shop.VisitAsync(Promise);
        await shop.PayAsync();
        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "confirming");

        await shop.Page.EvaluateAsync("() => { document.querySelector('#pay').click(); payment.pay(); }");
        await Expect(shop.Button).ToBeDisabledAsync();
        release.SetResult();

        await shop.ArriveAsync("paid");
        Assert.Equal(1, asked);
        Assert.Single(shop.Gateway.ReadPayments());
    }

    [Fact]
    public async Task Payment_that_cannot_be_read_for_ten_minutes_is_checked_by_the_button_and_never_paid_again()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        var asked = new ConcurrentQueue<string>();
        await shop.Page.RouteAsync("**/payments/confirm", async route =>
        {
            asked.Enqueue(route.Request.PostData!);
            await route.FulfillAsync(Problem(503, "order-unavailable", "5"));
        });
        await shop.Page.Clock.InstallAsync();
        await shop.VisitAsync(Promise);
        await shop.PayAsync();
        await Expect(shop.Status).ToHaveTextAsync(Checking);

        await shop.Page.Clock.FastForwardAsync(9 * 60_000);
        await Until.TrueAsync(() => Task.FromResult(asked.Count == 2), () => $"asked {asked.Count} times");
        await Expect(shop.Button).ToBeDisabledAsync();
        await shop.Page.Clock.FastForwardAsync(61_000);

        await Expect(shop.Status).ToHaveTextAsync("Your payment could not be checked. Please do not pay again. Press the button to check again.");
        await shop.Page.UnrouteAsync("**/payments/confirm");
        await shop.Button.ClickAsync();
        await shop.ArriveAsync("paid");
        Assert.Single(asked.Distinct());
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Refusal_after_the_payment_without_its_outcome_never_claims_that_nothing_was_charged()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.RouteAsync("**/payments/confirm", route => route.FulfillAsync(Problem(403, "origin-not-registered")));
        await shop.VisitAsync(Promise);

        await shop.PayAsync();

        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "stopped");
        await Expect(shop.Status).ToContainTextAsync("do not pay again");
        Assert.Equal("origin-not-registered 403", await shop.Page.EvaluateAsync<string>("() => `${payment.error.slug} ${payment.error.status}`"));
        await shop.Page.UnrouteAsync("**/payments/confirm");
        await shop.Button.ClickAsync();
        await shop.ArriveAsync("paid");
    }

    [Fact]
    public async Task Shop_whose_own_code_throws_on_every_change_is_paid_all_the_same()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise + " onChange: ({ state }) => { throw new Error('A mistake of the shop at ' + state) },");

        await shop.PayAsync();

        await shop.ArriveAsync("paid");
        Assert.Contains(shop.Console, line => line.Contains("A mistake of the shop at done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payment_that_was_surely_not_charged_is_paid_under_a_new_order_id()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.RouteAsync("**/payments/confirm", route => route.FulfillAsync(Problem(503, "payment-unavailable")), new() { Times = 1 });
        await shop.VisitAsync(Promise);

        await shop.PayAsync();

        await Expect(shop.Status).ToHaveTextAsync(Failed);
        await shop.PayAsync();
        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Navigation_that_is_stopped_leaves_a_usable_page()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.Clock.InstallAsync();
        await shop.VisitAsync(Promise);
        await shop.Page.RouteAsync("**/payments/fail/**", route => route.AbortAsync("aborted"), new() { Times = 1 });
        await shop.PayAsync();
        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "done");
        await Until.TrueAsync(() => Task.FromResult(shop.Approvals == 1), () => "the payment was not confirmed");

        await shop.Page.Clock.FastForwardAsync(11_000);
        await Expect(shop.Status).ToHaveAttributeAsync("data-state", "stopped");
        await Expect(shop.Status).ToContainTextAsync("do not pay again");
        await shop.Button.ClickAsync();

        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Window_that_does_not_open_leaves_a_page_that_can_open_it_again()
    {
        await using var shop = await PageShop.StartAsync(chromium, browser: new() { Locale = "en-US", UserAgent = "Mozilla/5.0 (Linux; Android 15) Mobile" });
        await shop.Page.Clock.InstallAsync();
        await shop.VisitAsync();
        await shop.ReadyAsync();
        await shop.Page.RouteAsync("**/window?**", route => route.AbortAsync("aborted"), new() { Times = 1 });
        await shop.Button.ClickAsync();
        await Expect(shop.Button).ToBeDisabledAsync();

        await shop.Page.Clock.FastForwardAsync(11_000);
        await shop.ReadyAsync();
        await shop.Button.ClickAsync();
        await new WindowPage(shop.Page).ApproveAsync();

        await shop.ArriveAsync("paid");
    }

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task Result_page_continues_to_poll_and_asks_not_to_pay_again(string obstacle)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise);
        var isAway = true;
        await shop.Page.RouteAsync("**/payments/orders/*", route => isAway ? ObstructAsync(route, obstacle) : route.ContinueAsync());
        await shop.PayAsync();

        await shop.ArriveAsync("noAnswer");
        await Expect(shop.Result.Locator("[role=status]")).ToHaveTextAsync(Unknown);
        Assert.Equal(0, await shop.Result.GetByRole(AriaRole.Button).CountAsync());
        isAway = false;

        await shop.ArriveAsync("paid");
    }

    [Fact]
    public async Task Result_page_stops_polling_after_half_an_hour_and_continues_on_request()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        var asked = 0;
        await shop.Page.RouteAsync("**/payments/orders/*", async route =>
        {
            Interlocked.Increment(ref asked);
            await route.FulfillAsync(Problem(503, "order-unavailable", "5"));
        });
        await shop.Page.Clock.InstallAsync();
        await shop.Page.GotoAsync($"{shop.Address}/orders/order-1001");
        await shop.ArriveAsync("noAnswer");

        await shop.Page.Clock.FastForwardAsync(29 * 60_000);
        await Until.TrueAsync(() => Task.FromResult(asked == 2), () => $"asked {asked} times");
        Assert.Equal(0, await shop.Result.GetByRole(AriaRole.Button).CountAsync());
        await shop.Page.Clock.FastForwardAsync(3 * 60_000);
        await Expect(shop.Result.GetByRole(AriaRole.Button)).ToHaveTextAsync("Check again");
        var before = asked;
        await shop.Page.Clock.FastForwardAsync(60 * 60_000);
        Assert.Equal(before, asked);

        await shop.Result.GetByRole(AriaRole.Button).ClickAsync();
        await Until.TrueAsync(() => Task.FromResult(asked == before + 1), () => $"asked {asked} times");
    }

    [Fact]
    public async Task Order_that_does_not_exist_is_reported_and_requested_once()
    {
        await using var shop = await PageShop.StartAsync(chromium);

        await shop.Page.GotoAsync($"{shop.Address}/orders/no-such-order");

        await shop.ArriveAsync("notFound");
        await Expect(shop.Result.Locator("[role=status]")).ToHaveTextAsync("There is no such order.");
    }

    private static Task ObstructAsync(IRoute route, string obstacle) => obstacle switch
    {
        "offline" => route.AbortAsync("internetdisconnected"),
        "html 200" => route.FulfillAsync(Html(200)),
        "html 502" => route.FulfillAsync(Html(502)),
        "429" => route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" }, Body = "slow down" }),
        "refused" => route.FulfillAsync(new() { Status = 422, ContentType = "application/problem+json", Body = """{"title":"Sold out."}""" }),
        "half an answer" => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = """{"orderId":"or""" }),
        "503 order-unavailable" => route.FulfillAsync(Problem(503, "order-unavailable", more: ""","next":"ask-again" """)),
        "503 public-address-unusable" => route.FulfillAsync(Problem(503, "public-address-unusable")),
        // The server processed the request, and its answer is lost.
        "lost answer" => LoseAsync(route),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null),
    };

    private static async Task LoseAsync(IRoute route)
    {
        await route.FetchAsync();
        await route.AbortAsync("connectionreset");
    }
}
