using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>
/// Sends the same request through routing to the same endpoint: without a check, with the origin check, and with ASP.NET Core's CorsMiddleware.
/// The origin check should add less than half of what the middleware adds, in time and in bytes.
/// </summary>
[MemoryDiagnoser]
public class RoutingBenchmarks
{
    private readonly LiveRequest _request = LiveRequest.Receive();
    private Pipeline _plain = Pipeline.None;
    private Pipeline _gate = Pipeline.None;
    private Pipeline _cors = Pipeline.None;

    [GlobalSetup]
    public void Build()
    {
        _plain = Pipeline.Of(_ => { }, _ => { }, endpoint => endpoint);
        _gate = Pipeline.Of(
            services => services.AddPaymentSdk(options => (options.SecretKey, options.ClientKey) = ("test_gsk_fake_shop", "test_gck_fake_shop"))
                .AddMerchantOrigins(Registered.Exact(0)),
            _ => { },
            endpoint => endpoint.RequireMerchantOrigin());
        _cors = Pipeline.Of(
            services => services.AddCors(cors => cors.AddPolicy("shop", policy =>
                policy.WithOrigins(Registered.Exact(0)).WithMethods("POST").WithHeaders("content-type").WithExposedHeaders("location", "retry-after"))),
            app => app.UseCors(),
            endpoint => endpoint.RequireCors("shop"));
        RequireAllowed(_gate);
        RequireAllowed(_cors);
    }

    [Benchmark(Baseline = true)]
    public int Plain() => _request.Send(_plain.Run, _plain.Services);

    [Benchmark]
    public int Gate() => _request.Send(_gate.Run, _gate.Services);

    [Benchmark]
    public int CorsMiddleware() => _request.Send(_cors.Run, _cors.Services);

    private void RequireAllowed(Pipeline pipeline)
    {
        if (_request.Send(pipeline.Run, pipeline.Services) != StatusCodes.Status200OK || _request.AllowedOrigin != Registered.Exact(0))
            throw new InvalidOperationException("The request was refused, so the results cannot be compared.");
    }

    private sealed record Pipeline(RequestDelegate Run, IServiceProvider Services)
    {
        public static Pipeline None { get; } = new(_ => Task.CompletedTask, new ServiceCollection().BuildServiceProvider());

        public static Pipeline Of(
            Action<IServiceCollection> services, Action<IApplicationBuilder> middle, Func<IEndpointConventionBuilder, IEndpointConventionBuilder> endpoint)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            services(builder.Services);
            builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
            var app = builder.Build();
            IApplicationBuilder steps = app;
            steps.UseRouting();
            middle(steps);
            steps.UseEndpoints(endpoints => endpoint(endpoints.MapPost("/api/orders", (RequestDelegate)(_ => Task.CompletedTask))));
            app.StartAsync().GetAwaiter().GetResult();
            return new Pipeline(steps.Build(), app.Services);
        }
    }
}
