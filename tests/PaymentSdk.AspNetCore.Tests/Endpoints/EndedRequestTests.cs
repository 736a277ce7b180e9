using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>
/// A request that the host ends while the caller is still connected. The caller still gets an answer: what is known of the order, or 503.
/// </summary>
public sealed class EndedRequestTests
{
    private const string Success = "/payments/success?amount=15000&orderId=order-1001&paymentKey=tgen_fake";

    /// <summary>The ways in which a host ends requests: by the framework's time limit, or by its own token.</summary>
    public static TheoryData<string> Ways { get; } = ["a request timeout", "a token of the host's own", "a token that has fired before"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Confirm_that_has_ended_is_answered(string way)
    {
        await using var host = await HostEndingAsync(way);
        ConfirmsAfterTheEnd(host, new ConfirmOutcome.Paid(Orders.Paid));

        var response = await ConfirmAsync(host);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("paid", (await Answer.JsonAsync(response)).GetProperty("status").GetString());
        Assert.Equal("/orders/order-1001", (await host.Browser.GetAsync(Success, TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Confirm_that_stopped_waiting_reads_the_order_once_more(string way)
    {
        await using var host = await HostEndingAsync(way);
        ConfirmsOnlyWhenAskedAgain(host, new ConfirmOutcome.Checking(Orders.Checking));

        var response = await ConfirmAsync(host);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("checking", (await Answer.JsonAsync(response)).GetProperty("status").GetString());
        Assert.Equal("/orders/order-1001", (await host.Browser.GetAsync(Success, TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Unknown_outcome_is_503_for_a_script_and_a_page_that_retries_for_a_browser(string way)
    {
        await using var host = await HostEndingAsync(way);
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .Returns(async (PaymentConfirmation _, CancellationToken ended) =>
            {
                await Task.Delay(Timeout.Infinite, ended);
                return new ConfirmOutcome.Paid(Orders.Paid);
            });

        var response = await ConfirmAsync(host);
        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(response));
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        var problem = await Answer.JsonAsync(response);
        Assert.Equal("ask-again", problem.GetProperty("next").GetString());
        // The call had begun and may have sent something.
        Assert.DoesNotContain("Nothing was sent", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        using var visit = new HttpRequestMessage(HttpMethod.Get, Success) { Headers = { { "Accept", "text/html" } } };
        var page = await host.Browser.SendAsync(visit, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("please do not pay again", html, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was sent", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_whose_last_read_is_unavailable_does_not_claim_that_nothing_was_sent()
    {
        await using var host = await HostEndingAsync("a token of the host's own");
        ConfirmsOnlyWhenAskedAgain(host, new ConfirmOutcome.Unavailable(Orders.Id, "away"));

        var response = await ConfirmAsync(host);

        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(response));
        Assert.DoesNotContain("Nothing was sent", (await Answer.JsonAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_that_still_runs_when_its_time_is_over_does_not_say_that_nothing_was_sent()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ConfirmOutcome.Unavailable(Orders.Id, "still running") { IsRunning = true });

        var response = await ConfirmAsync(host);
        Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(response));
        Assert.Equal("ask-again", (await Answer.JsonAsync(response)).GetProperty("next").GetString());
        Assert.DoesNotContain("Nothing was sent", (await Answer.JsonAsync(response)).GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);

        using var visit = new HttpRequestMessage(HttpMethod.Get, Success) { Headers = { { "Accept", "text/html" } } };
        var page = await (await host.Browser.SendAsync(visit, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Nothing was sent", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("전달되지 않았습니다", page, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Messages, message => message.Text.Contains("nothing was sent", StringComparison.OrdinalIgnoreCase) || message.Text.Contains("sent nothing", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Order_is_answered_as_it_was_read(string way)
    {
        await using var host = await HostEndingAsync(way);
        var asked = 0;
        host.Checkout.Setup(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>()))
            .Returns(async (OrderId _, CancellationToken ended) =>
            {
                if (Interlocked.Increment(ref asked) == 1)
                    await Task.Delay(Timeout.Infinite, ended);
                return Orders.Paid;
            });

        var order = await Answer.JsonAsync(await host.Page.GetAsync("/payments/orders/order-1001", TestContext.Current.CancellationToken));

        Assert.Equal("paid", order.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Shop_whose_host_ends_every_request_at_once_still_confirms()
    {
        await using var shop = await PayingShop.StartAsync(app: app => app.Use(async (context, next) =>
        {
            context.RequestAborted = new CancellationToken(canceled: true);
            await next(context);
        }));
        var orderId = await shop.OpenAsync();

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        // On a slow machine the outcome may not be known in the short time that an ended request still has. The page then receives 202 or 503
        // and asks again.
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, $"{(int)response.StatusCode}");
        Assert.NotEqual(0, response.Content.Headers.ContentLength);
        await shop.OrderUntilAsync(orderId, "paid");
        Assert.Equal(1, shop.Approvals);
    }

    private static Task<HttpResponseMessage> ConfirmAsync(PaymentHost host) =>
        host.Page.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001" }, TestContext.Current.CancellationToken);

    /// <summary>Sets up a confirm that returns its outcome only after the token has fired.</summary>
    private static void ConfirmsAfterTheEnd(PaymentHost host, ConfirmOutcome outcome) =>
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .Returns(async (PaymentConfirmation _, CancellationToken ended) =>
            {
                var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var registration = ended.Register(fired.SetResult);
                await fired.Task;
                return outcome;
            });

    private static void ConfirmsOnlyWhenAskedAgain(PaymentHost host, ConfirmOutcome outcome) =>
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .Returns(async (PaymentConfirmation payment, CancellationToken ended) =>
            {
                if (payment.Wait is null)
                    await Task.Delay(Timeout.Infinite, ended);
                return outcome;
            });

    private static Task<PaymentHost> HostEndingAsync(string way) => way switch
    {
        "a request timeout" => PaymentHost.StartAsync(
            services: builder => builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(300) }),
            app: app => app.UseRequestTimeouts()),
        "a token of the host's own" => PaymentHost.StartAsync(app: app => app.Use(async (context, next) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            context.RequestAborted = limit.Token;
            await next(context);
        })),
        _ => PaymentHost.StartAsync(app: app => app.Use(async (context, next) =>
        {
            context.RequestAborted = new CancellationToken(canceled: true);
            await next(context);
        })),
    };
}
