using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>Each fact is logged as exactly one event.</summary>
public sealed class OneFactTests
{
    [Fact]
    public async Task A_browser_that_names_another_amount_is_one_warning()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(log: log);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        var before = log.Messages.Count;

        Assert.Equal("409 amount-mismatch", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, paymentKey, amount: 100)));

        var message = Assert.Single(After(log, before), message => message.Text.Contains(orderId, StringComparison.Ordinal));
        Assert.Equal((201, LogLevel.Warning), (message.EventId, message.Level));
        Assert.DoesNotContain(After(log, before), message => message.Text.Contains("amount-mismatch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_amount_that_the_gateway_took_is_one_critical_event_with_its_transition()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(log: log);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount));
        var before = log.Messages.Count;

        await shop.ConfirmAsync(orderId, paymentKey);

        var message = Assert.Single(After(log, before), message => message.Text.Contains(orderId, StringComparison.Ordinal));
        Assert.Equal((207, LogLevel.Critical), (message.EventId, message.Level));
        Assert.Contains("Confirming -> Mismatch by answer", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the API is out of reach")]
    [InlineData("the name of the API is not found")]
    [InlineData("the API answers once it is asked again")]
    public async Task A_confirm_that_is_not_sent_is_one_event(string what)
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(
            log: log,
            more: payments => payments.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new Unreachable(what)));
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        var before = log.Messages.Count;

        var answer = await shop.ConfirmAsync(orderId, paymentKey);

        if (what == "the API answers once it is asked again")
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(log.Messages.Skip(before), message => message.Level >= LogLevel.Warning);
            return;
        }

        Assert.Equal("503 payment-unavailable", await Answer.ProblemAsync(answer));
        var message = Assert.Single(log.Messages.Skip(before), message => message.Level >= LogLevel.Warning);
        Assert.Equal(11, message.EventId);
        Assert.Contains(message.Scopes, scope => scope.Contains(orderId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_that_the_API_refuses_are_one_critical_event_of_a_call()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(
            log: log,
            more: payments => payments.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new Refusing()));
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        var before = log.Messages.Count;

        Assert.Equal("503 payment-unavailable", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, paymentKey)));

        var message = Assert.Single(log.Messages.Skip(before), message => message.Level >= LogLevel.Warning);
        Assert.Equal((202, LogLevel.Critical), (message.EventId, message.Level));
        Assert.Contains("UNAUTHORIZED_KEY", message.Text, StringComparison.Ordinal);
        Assert.Contains(message.Scopes, scope => scope.Contains(orderId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirm_that_the_API_leaves_unknown_is_one_event()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(log: log);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.Html502));
        var before = log.Messages.Count;

        await shop.ConfirmAsync(orderId, paymentKey);

        Assert.True(log.Messages.Skip(before).Count(message => message.Level >= LogLevel.Warning) <= 1);
        Assert.DoesNotContain(log.Messages.Skip(before), message => message.Level >= LogLevel.Information && message.Text.Contains("Resilience", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Returns the later messages for operators, without those about the shop's own event handlers, whose timing varies.</summary>
    private static IEnumerable<CapturedMessage> After(CapturedLog log, int count) =>
        log.Messages.Skip(count).Where(message => message.Level >= LogLevel.Information && !message.Text.StartsWith("Event ", StringComparison.Ordinal));

    /// <summary>An API that does not know the shop's secret key.</summary>
    private sealed class Refusing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized)
        {
            Content = new StringContent("""{"code":"UNAUTHORIZED_KEY","message":"인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."}""", System.Text.Encoding.UTF8, "application/json"),
        });
    }

    /// <summary>A network on which the API cannot be reached, either always or only the first time.</summary>
    private sealed class Unreachable(string what) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        private int _confirms;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (what == "the API answers once it is asked again" && (request.Method != HttpMethod.Post || Interlocked.Increment(ref _confirms) > 1))
                return base.SendAsync(request, cancellationToken);
            throw new HttpRequestException(what == "the name of the API is not found" ? HttpRequestError.NameResolutionError : HttpRequestError.ConnectionError, what);
        }
    }
}
