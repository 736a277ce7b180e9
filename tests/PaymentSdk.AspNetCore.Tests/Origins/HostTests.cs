using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Cases that concern only one kind of host, in addition to <see cref="HostMatrixTests"/>.</summary>
public sealed class HostTests
{
    private const string Allowed = "access-control-allow-origin: https://myshop.com\naccess-control-expose-headers: location, retry-after\nvary: Origin";
    private static readonly string[] Shop = ["Origin: https://myshop.com", "Content-Type: application/json"];
    private static readonly string[] Asks = ["Origin: https://myshop.com", "Access-Control-Request-Method: POST"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_behind_an_exception_handler_is_a_500_and_no_CORS_error(bool anyOrigin)
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseExceptionHandler("/error");
                if (anyOrigin)
                    app.UseCors();
                app.MapShop();
                app.Map("/error", () => Results.Problem());
            },
            HostKinds.AnyOrigin);

        var answer = await host.SendAsync("POST", "/api/boom", "{}", Shop);

        Assert.Equal((500, Allowed), (answer.Status, answer.CorsHeaders));
    }

    public static TheoryData<string> Handlings { get; } =
        ["no handler", "a handler path", "a handler of its own", "problem details", "an IExceptionHandler that does nothing", "a page for developers", "a handler that clears everything", "status code pages"];

    [Theory]
    [MemberData(nameof(Handlings))]
    public async Task An_exception_is_a_500_with_its_CORS_headers_whatever_handles_it(string handling)
    {
        await using var host = await ProtectedHost.StartAsync(app => Handle(app, handling), builder => builder.Services.AddProblemDetails());

        foreach (var path in (string[])["/api/boom", "/api/boom-later"])
        {
            var answer = await host.SendAsync("POST", path, "{}", Shop);
            Assert.Equal((500, Allowed), (answer.Status, answer.CorsHeaders));
        }

        // An unregistered page receives no information, and the next request to the same host is answered.
        Assert.Equal(403, (await host.SendAsync("POST", "/api/boom", "{}", "Origin: https://other.example", "Content-Type: application/json")).Status);
        Assert.Equal(200, (await host.SendAsync("POST", "/api/orders", "{}", Shop)).Status);
    }

    private static void Handle(WebApplication app, string handling)
    {
        switch (handling)
        {
            case "a handler path":
                app.UseExceptionHandler("/error");
                break;
            case "a handler of its own":
                app.UseExceptionHandler(failed => failed.Run(context => Results.Problem().ExecuteAsync(context)));
                break;
            case "problem details" or "an IExceptionHandler that does nothing":
                app.UseExceptionHandler();
                break;
            case "a page for developers":
                app.UseDeveloperExceptionPage();
                break;
            case "a handler that clears everything":
                app.Use(async (context, next) =>
                {
                    try
                    {
                        await next(context);
                    }
                    catch (InvalidOperationException)
                    {
                        context.Response.Clear();
                        context.Response.StatusCode = 500;
                    }
                });
                break;
            case "status code pages":
                app.UseStatusCodePagesWithReExecute("/error");
                app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
                break;
        }

        app.MapShop();
        app.MapPost("/api/boom-later", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("The shop's code failed.");
        }).RequireMerchantOrigin();
        app.Map("/error", () => Results.Problem());
    }

    [Fact]
    public async Task An_empty_404_of_the_shops_code_keeps_its_decision_when_an_error_page_is_executed()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseStatusCodePagesWithReExecute("/error/{0}");
                app.UseCors();
                app.MapGet("/api/none", () => Results.NotFound()).RequireMerchantOrigin();
                app.Map("/error/{code}", () => Results.Text("an error page"));
            },
            HostKinds.AnyOrigin);

        var answer = await host.SendAsync("GET", "/api/none", "", Shop);

        Assert.Equal((404, Allowed, "an error page"), (answer.Status, answer.CorsHeaders, answer.Body));
    }

    [Fact]
    public async Task A_fallback_policy_neither_answers_preflights_nor_hides_its_401_from_the_page()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapShop();
            },
            HostKinds.SignedIn);

        var preflight = await host.SendAsync("OPTIONS", "/api/orders", "", Asks);
        var posted = await host.SendAsync("POST", "/api/orders", "{}", Shop);
        var stranger = await host.SendAsync("POST", "/api/orders", "{}", "Origin: https://evil.example", "Content-Type: application/json");

        Assert.Equal((204, 401, 403, 0), (preflight.Status, posted.Status, stranger.Status, host.Handled));
        Assert.Equal(Allowed, posted.CorsHeaders);
    }

    [Fact]
    public async Task Refusals_and_preflights_use_up_no_permit_of_a_rate_limiter()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseRateLimiter();
                app.MapShop();
            },
            builder => builder.Services.AddRateLimiter(limiter => limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ =>
                RateLimitPartition.GetFixedWindowLimiter("all", _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromHours(1) }))));

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(403, (await host.SendAsync("POST", "/api/orders", "{}", "Origin: https://evil.example", "Content-Type: application/json")).Status);
            Assert.Equal(204, (await host.SendAsync("OPTIONS", "/api/orders", "", Asks)).Status);
        }

        Assert.Equal(200, (await host.SendAsync("POST", "/api/orders", "{}", Shop)).Status);
        var limited = await host.SendAsync("POST", "/api/orders", "{}", Shop);
        Assert.Equal((503, Allowed), (limited.Status, limited.CorsHeaders));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_hosts_own_endpoints_keep_the_hosts_own_CORS(bool corsFirst)
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseCors();
                if (corsFirst)
                    app.UseRouting();
                app.MapShop();
                app.MapPost("/other/api/orders", () => "open");
            },
            HostKinds.AnyOrigin);

        var preflight = await host.SendAsync("OPTIONS", "/other/api/orders", "", "Origin: https://evil.example", "Access-Control-Request-Method: POST");
        var posted = await host.SendAsync("POST", "/other/api/orders", "", "Origin: https://evil.example");

        Assert.Equal((204, "*"), (preflight.Status, preflight.One("access-control-allow-origin")));
        Assert.Equal((200, "*"), (posted.Status, posted.One("access-control-allow-origin")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_preflight_for_another_method_is_not_answered_by_the_hosts_CORS(bool corsFirst)
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseCors();
                if (corsFirst)
                    app.UseRouting();
                app.MapShop();
            },
            HostKinds.AnyOrigin);

        var answer = await host.SendAsync("OPTIONS", "/api/orders", "", "Origin: https://evil.example", "Access-Control-Request-Method: PUT");

        Assert.Equal((404, ""), (answer.Status, answer.CorsHeaders));
    }

    [Fact]
    public async Task A_protected_fallback_page_leaves_the_hosts_own_endpoints_alone()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseCors();
                app.UseRouting();
                app.MapPost("/open", () => "open");
                app.MapPost("/{**rest}", ShopEndpoints.Take).RequireMerchantOrigin();
            },
            HostKinds.AnyOrigin);

        var open = await host.SendAsync("OPTIONS", "/open", "", "Origin: https://evil.example", "Access-Control-Request-Method: POST");
        var protectedAnswer = await host.SendAsync("OPTIONS", "/anything", "", "Origin: https://evil.example", "Access-Control-Request-Method: POST");

        Assert.Equal(("*", 403), (open.One("access-control-allow-origin"), protectedAnswer.Status));
    }

    [Fact]
    public async Task The_attribute_on_a_lambda_keeps_the_answer_out_of_the_hosts_output_cache()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseOutputCache();
                app.MapGet("/api/orders/1", [RequireMerchantOrigin] (context) => ShopEndpoints.Show(context).ExecuteAsync(context))
                    .CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1)));
                app.MapGet("/open", (HttpContext context) => ShopEndpoints.Show(context)).CacheOutput();
            },
            builder => builder.Services.AddOutputCache());

        for (var i = 0; i < 2; i++)
            Assert.Equal((200, Allowed), await Read("/api/orders/1"));
        Assert.Equal(2, host.Handled);
        for (var i = 0; i < 2; i++)
            Assert.Equal((200, ""), await Read("/open"));
        Assert.Equal(3, host.Handled);

        async Task<(int, string)> Read(string path)
        {
            var answer = await host.SendAsync("GET", path, "", "Origin: https://myshop.com");
            return (answer.Status, answer.CorsHeaders);
        }
    }

    [Theory]
    [InlineData("clears the headers")]
    [InlineData("allows any origin")]
    public async Task The_shops_code_cannot_spoil_the_decision(string how)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapGet("/api/orders/1", (HttpContext context) =>
        {
            if (how == "clears the headers")
                context.Response.Headers.Clear();
            else
                context.Response.Headers["Access-Control-Allow-Origin"] = "*";
            context.Response.Headers["Access-Control-Allow-Credentials"] = "true";
            return "shown";
        }).RequireMerchantOrigin());

        var answer = await host.SendAsync("GET", "/api/orders/1", "", "Origin: https://myshop.com");

        Assert.Equal(Allowed, answer.CorsHeaders);
    }

    [Fact]
    public async Task A_path_of_a_thousand_slashes_is_just_not_found()
    {
        await using var host = await ProtectedHost.StartAsync(
            app =>
            {
                app.UseCors();
                app.MapShop();
            },
            HostKinds.AnyOrigin);

        var answer = await host.SendAsync("OPTIONS", $"{string.Concat(Enumerable.Repeat("/a", 1000))}/api/orders", "", "Origin: https://evil.example", "Access-Control-Request-Method: POST");

        Assert.Equal((204, 0), (answer.Status, host.Handled));
    }

    [Fact]
    public async Task AddCors_before_AddMerchantOrigins_changes_nothing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = ProtectedHost.Prepare(builder.Services, builder.Logging, builder.Configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        HostKinds.AnyOrigin(builder);
        builder.Services.AddPaymentSdk().AddMerchantOrigins(ProtectedHost.Shop);
        var app = builder.Build();
        app.UseCors();
        app.MapShop();
        await using var host = await ProtectedHost.StartAsync(app, log);

        var answer = await host.SendAsync("POST", "/api/orders", "{}", "Origin: https://evil.example", "Content-Type: application/json");

        Assert.Equal((403, "vary: Origin"), (answer.Status, answer.CorsHeaders));
    }

    [Fact]
    public async Task A_host_with_a_startup_class_is_protected_in_the_same_way()
    {
        LogLines? log = null;
        var built = Host.CreateDefaultBuilder()
            .ConfigureAppConfiguration(configuration => configuration.Sources.Clear())
            .ConfigureServices((context, services) => services.AddLogging(logging =>
                log = ProtectedHost.Prepare(services, logging, (IConfigurationManager)(IConfiguration)new ConfigurationManager())))
            .ConfigureWebHostDefaults(web => web.UseUrls("http://127.0.0.1:0").UseStartup<Startup>())
            .Build();
        await using var host = await ProtectedHost.StartAsync(built, log!);

        foreach (var check in OriginCheckCase.All)
        {
            var before = host.Handled;
            Assert.Null(check.Fault(await host.SendAsync(check.Method, check.Path(""), check.Body, check.Headers), host.Handled - before));
        }
    }

    [Fact]
    public async Task An_endpoint_that_routing_did_not_choose_never_runs_undecided()
    {
        await using var host = await ProtectedHost.StartAsync(app =>
        {
            app.MapShop();
            app.Use((context, next) =>
            {
                if (context.Request.Path == "/sneak")
                    context.SetEndpoint(app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(found => found.RoutePattern.RawText == "/api/orders"));
                return next(context);
            });
        });

        var answer = await host.SendAsync("POST", "/sneak", "{}", "Content-Type: application/json");

        Assert.Equal((500, 0), (answer.Status, host.Handled));
    }

    [Fact]
    public async Task A_CORS_service_of_the_hosts_own_still_serves_the_hosts_endpoints()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = ProtectedHost.Prepare(builder.Services, builder.Logging, builder.Configuration);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        HostKinds.AnyOrigin(builder);
        builder.Services.AddSingleton<ICorsService, MarkingCors>();
        builder.Services.AddPaymentSdk().AddMerchantOrigins(ProtectedHost.Shop);
        var app = builder.Build();
        app.UseCors();
        app.MapShop();
        app.MapGet("/open", () => "open");
        await using var host = await ProtectedHost.StartAsync(app, log);

        Assert.Equal("yes", (await host.SendAsync("GET", "/open", "", "Origin: https://evil.example")).One("x-marked"));
        Assert.Null((await host.SendAsync("GET", "/api/orders/1", "", Shop)).One("x-marked"));
    }

    private sealed class MarkingCors(IOptions<CorsOptions> options, Microsoft.Extensions.Logging.ILoggerFactory logging) : CorsService(options, logging)
    {
        public override void ApplyResult(CorsResult result, HttpResponse response)
        {
            response.Headers["x-marked"] = "yes";
            base.ApplyResult(result, response);
        }
    }

    private sealed class Startup
    {
        public void ConfigureServices(IServiceCollection services) => services
            .AddPaymentSdk(options =>
            {
                options.SecretKey = "test_gsk_fake_shop";
                options.ClientKey = "test_gck_fake_shop";
            })
            .AddMerchantOrigins(ProtectedHost.Shop);

        public void Configure(IApplicationBuilder app)
        {
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapShop());
        }
    }
}
