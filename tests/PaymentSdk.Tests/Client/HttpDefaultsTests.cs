using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>
/// Defaults that a host sets for every HTTP client are not applied to the payment client, and the host reports each of them at start.
/// </summary>
[Collection("Spans of the process")]
public sealed class HttpDefaultsTests
{
    public static TheoryData<string> Orders => ["before", "after"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_default_that_needs_a_current_request_does_not_run(string order)
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = Create(server, order, services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new TokenForwarding())));

        Assert.Equal(PaymentStatus.Done, (await shop.GetAsync()).Status);
        Assert.Equal(PaymentStatus.Done, (await shop.ConfirmAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task No_header_of_the_host_goes_out_with_a_confirm(string order)
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var plain = new Shop(server.Address);
        await plain.ConfirmAsync();
        await using var shop = Create(server, order, services => services.ConfigureHttpClientDefaults(client => client.ConfigureHttpClient(http =>
        {
            http.DefaultRequestHeaders.Add("Cookie", "session=of-a-buyer");
            http.DefaultRequestHeaders.Add("TossPayments-Test-Code", "REJECT_CARD_PAYMENT");
            http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
            http.DefaultRequestHeaders.Add("Authorization", "Bearer of-another-api");
            http.DefaultRequestHeaders.Add("X-Tenant", "seven");
            http.DefaultRequestHeaders.ExpectContinue = true;
            http.DefaultRequestVersion = HttpVersion.Version20;
            http.BaseAddress = new Uri("https://other.example/");
            http.MaxResponseContentBufferSize = 10;
        })));

        await shop.ConfirmAsync();

        Assert.Equal(Headers(server.Requests[0]), Headers(server.Requests[1]));
    }

    [Fact]
    public async Task A_filter_of_the_host_adds_nothing()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address, before: services => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddingFilter()));

        Assert.Equal(PaymentStatus.Done, (await shop.GetAsync()).Status);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_no_cookie_kept_whatever_the_shops_own_primary_handler_would_do()
    {
        await using var elsewhere = RawServer.Always(200, Answers.Paid);
        foreach (var primary in (Func<HttpMessageHandler>[])
        [
            () => new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = true, AutomaticDecompression = DecompressionMethods.All },
            () => new HttpClientHandler { AllowAutoRedirect = true, UseCookies = true, AutomaticDecompression = DecompressionMethods.All },
            () => new Wrapping(new HttpClientHandler { AllowAutoRedirect = true }),
        ])
        {
            await using var server = new RawServer((connection, _) => connection.SendAsync(302, "{}", $"Location: {elsewhere.Address}/v1/payments/x\r\nSet-Cookie: a=b\r\n"));
            await using var shop = new Shop(server.Address, after: services => Payments(services).ConfigurePrimaryHttpMessageHandler(primary));

            var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());
            await Assert.ThrowsAsync<PaymentException>(() => shop.GetAsync());

            Assert.Equal((PaymentFailureKind.Unknown, 302), (failure.Kind, failure.StatusCode));
            Assert.All(server.Requests, request => Assert.DoesNotContain(request.Headers.Keys, name => name is "Cookie" or "Accept-Encoding"));
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_answer_from_another_address_is_not_an_answer()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var elsewhere = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address, after: services => Payments(services).ConfigurePrimaryHttpMessageHandler(() => new Wandering(elsewhere.Address)));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
    }

    [Fact]
    public async Task A_primary_handler_that_has_been_used_and_follows_redirects_stops_the_host()
    {
        await using var server = RawServer.Always(200, "{}");
        using var shared = new SocketsHttpHandler();
        using var other = new HttpClient(shared, disposeHandler: false);
        await other.GetStringAsync(new Uri(server.Address), TestContext.Current.CancellationToken);

        var stopped = await StartAsync(_ => { }, payments => payments.HttpClient.ConfigurePrimaryHttpMessageHandler(() => shared));

        Assert.Contains("AddPaymentSdk().HttpClient", stopped!.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<IServiceCollection>> PrimaryHandlers => new()
    {
        { "replaced", services => services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler())) },
        { "a proxy", services => services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://proxy.internal:3128"))) },
        { "a private CA", services => services.ConfigureHttpClientDefaults(client => client.UseSocketsHttpHandler((handler, _) => handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None)) },
        { "by a filter", services => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new ReplacingFilter()) },
        { "all options", services => services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new HttpClientHandler())) },
        { "post-configured", services => services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new HttpClientHandler())) },
        { "a class of options", services => services.ConfigureOptions<ReplacingOptions>() },
        { "a factory of a unit test", services => services.AddSingleton(Mock.Of<IHttpClientFactory>()) },
    };

    [Theory]
    [MemberData(nameof(PrimaryHandlers), DisableDiscoveryEnumeration = true)]
    public async Task A_primary_handler_for_every_client_stops_the_host_until_it_is_decided_about(string what, Action<IServiceCollection> add)
    {
        var stopped = await StartAsync(add, _ => { });

        Assert.True(stopped is InvalidOperationException, $"{what}: {stopped}");
        Assert.Contains("AddPaymentSdk().HttpClient.ConfigurePrimaryHttpMessageHandler(", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("AddPaymentSdk().IgnoreHttpClientDefaults()", stopped.Message, StringComparison.Ordinal);
        Assert.Null(await StartAsync(add, payments => payments.IgnoreHttpClientDefaults()));
        Assert.Null(await StartAsync(add, payments => payments.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler())));
        Assert.Null(await StartAsync(add, payments => payments.HttpClient.ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).UseProxy = false)));
        Assert.Null(await StartAsync(add, payments => payments.HttpClient.UseSocketsHttpHandler((handler, _) => handler.UseProxy = false)));
    }

    [Fact]
    public async Task The_fault_of_a_named_registration_names_its_line()
    {
        var services = new ServiceCollection().ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()));
        services.AddPaymentSdk("b", Keys);
        await using var provider = services.BuildServiceProvider();

        var stopped = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IPaymentClient>("b"));

        Assert.Contains("AddPaymentSdk(\"b\").IgnoreHttpClientDefaults()", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_is_left_out_is_logged_once_at_start_with_the_line_that_adds_it()
    {
        using var log = new CapturedLog();
        await StartAsync(
            services =>
            {
                services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler());
                services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new TokenForwarding()));
                services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(_ => throw new NotSupportedException("needs a request")));
                services.ConfigureHttpClientDefaults(client => client.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Tenant", "hidden-value")));
                services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddingFilter());
            },
            _ => { },
            log);

        var usual = Assert.Single(log.Lines, line => line.Text.Contains("the resilience handler", StringComparison.Ordinal));
        var others = Assert.Single(log.Lines, line => line.Text.Contains("TokenForwarding", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Information, LogLevel.Warning), (usual.Level, others.Level));
        Assert.Contains(".HttpClient.AddHttpMessageHandler<HttpDefaultsTests.TokenForwarding>()", others.Text, StringComparison.Ordinal);
        Assert.Contains("needs a request", others.Text, StringComparison.Ordinal);
        Assert.Contains("the header X-Tenant", others.Text, StringComparison.Ordinal);
        Assert.Contains("the filter HttpDefaultsTests.AddingFilter", others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_defaults_gets_no_warning()
    {
        using var log = new CapturedLog();
        await StartAsync(services => services.AddHttpClient("another").AddHttpMessageHandler(() => new TokenForwarding()), _ => { }, log);

        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("takes no defaults", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_fails_is_not_reported_as_the_network_and_its_exception_is_logged()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        using var log = new CapturedLog();
        await using var shop = new Shop(
            server.Address,
            before: services => services.AddLogging(logging => logging.AddProvider(log)),
            after: services => Payments(services).AddHttpMessageHandler(() => new TokenForwarding()));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Contains("The network is not the cause", failure.Message, StringComparison.Ordinal);
        Assert.Equal("There is no current request.", failure.InnerException!.Message);
        var reported = Assert.Single(log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Equal(LogLevel.Error, reported.Level);
        Assert.Contains("There is no current request.", reported.Text, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_handler_that_fails_after_the_answer_leaves_the_outcome_unknown()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address, after: services => Payments(services).AddHttpMessageHandler(() => new FailsAfterwards()));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_handler_that_answers_by_itself_is_an_answer()
    {
        await using var server = RawServer.Always(500, "{}");
        await using var shop = new Shop(server.Address, after: services => Payments(services).AddHttpMessageHandler(() => new Answering(400, Answers.Error("INVALID_REQUEST"))));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.CancelAsync());

        Assert.Equal((PaymentFailureKind.Refused, "INVALID_REQUEST"), (failure.Kind, failure.Code.Value));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_handler_cannot_carry_a_live_key_to_another_host()
    {
        await using var elsewhere = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(
            "https://api.tosspayments.com",
            after: services => Payments(services).AddHttpMessageHandler(() => new Redirecting(elsewhere.Address)),
            settings: options => (options.SecretKey, options.ClientKey) = ("live_gsk_fake_shop", "live_gck_fake_shop"));

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.ConfirmAsync());

        Assert.Equal(PaymentFailureKind.NotSent, failure.Kind);
        Assert.Contains("A live key is sent to hosts of tosspayments.com", failure.InnerException!.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task The_doctor_calls_outside_of_any_request_and_names_the_handler_that_needs_one()
    {
        await using var server = RawServer.Always(404, Answers.Error("NOT_FOUND_PAYMENT"));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var payments = builder.Services.AddPaymentSdk(options =>
        {
            Keys(options);
            options.ApiBaseAddress = server.Address;
        });
        payments.HttpClient.AddHttpMessageHandler(() => new TokenForwarding());
        using var host = builder.Build();
        using var report = new StringWriter();

        // The caller runs inside a request, as an endpoint does. The doctor must call the API outside of it, as recovery does.
        TokenForwarding.Request.Value = "a current request";
        var exitCode = await host.RunPaymentDoctorAsync(report, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no current request.", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("AddPaymentSdk().HttpClient", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_waits_for_the_API_as_long_as_its_caller_allows_and_names_the_address()
    {
        await using var server = new RawServer((connection, _) => connection.StayAsync());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPaymentSdk(options =>
        {
            Keys(options);
            options.ApiBaseAddress = server.Address;
        });
        using var host = builder.Build();

        var results = await host.ExaminePaymentsAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.Equal($"{server.Address} cannot be reached: no answer within 4 seconds.", Assert.Single(results, result => result.Name == "api").Finding);
    }

    private static IHttpClientBuilder Payments(IServiceCollection services) => services.AddPaymentSdk(_ => { }).HttpClient;

    private static Shop Create(RawServer server, string order, Action<IServiceCollection> add) =>
        new(server.Address, before: order == "before" ? add : null, after: order == "after" ? add : null);

    private static IEnumerable<string> Headers(RawRequest request) =>
        request.Headers.Where(header => header.Key is not "Idempotency-Key").Select(header => $"{header.Key}: {header.Value}");

    private static void Keys(PaymentSdkOptions options) => (options.SecretKey, options.ClientKey) = (Shop.SecretKey, Shop.ClientKey);

    /// <summary>Starts a host and returns the exception that stopped it; null when it started.</summary>
    private static async Task<Exception?> StartAsync(Action<IServiceCollection> add, Action<PaymentSdkBuilder> payments, CapturedLog? log = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (log is not null)
            builder.Logging.AddProvider(log);
        add(builder.Services);
        payments(builder.Services.AddPaymentSdk(Keys));
        using var host = builder.Build();
        var stopped = await Record.ExceptionAsync(() => host.StartAsync(TestContext.Current.CancellationToken));
        if (stopped is null)
            await host.StopAsync(TestContext.Current.CancellationToken);
        return stopped;
    }

    private sealed class TokenForwarding : DelegatingHandler
    {
        public static readonly AsyncLocal<string?> Request = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Request.Value is null
            ? throw new InvalidOperationException("There is no current request.")
            : base.SendAsync(request, cancellationToken);
    }

    private sealed class FailsAfterwards : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(request, cancellationToken);
            throw new InvalidOperationException("It cannot be logged.");
        }
    }

    private sealed class Answering(int status, string body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });
    }

    private sealed class Redirecting(string address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(new Uri(address), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Wrapping(HttpMessageHandler inner) : DelegatingHandler(inner);

    /// <summary>A shop's primary handler that follows redirects.</summary>
    private sealed class Wandering(string address) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _sockets = new(new SocketsHttpHandler { ActivityHeadersPropagator = null });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(new Uri(address), request.RequestUri!.PathAndQuery);
            return _sockets.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AddingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new TokenForwarding());
        };
    }

    private sealed class ReplacingOptions : IConfigureNamedOptions<HttpClientFactoryOptions>
    {
        public void Configure(HttpClientFactoryOptions options) => Configure("", options);

        public void Configure(string? name, HttpClientFactoryOptions options) =>
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new HttpClientHandler());
    }

    private sealed class ReplacingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = new HttpClientHandler();
        };
    }
}
