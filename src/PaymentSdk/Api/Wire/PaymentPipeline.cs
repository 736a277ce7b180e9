using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using Polly;
using Polly.Retry;
using Polly.Telemetry;
using Polly.Timeout;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// The HTTP pipeline, from the caller to the handlers that the shop adds; <see cref="PaymentHandlerBuilder"/> puts the socket's end behind
/// them. It owns time and resending: resilience handlers that a host puts on every client would turn one POST into 4 or 12 (docs/spec/failures.md §2).
/// </summary>
internal static class PaymentPipeline
{
    public static void Add(IHttpClientBuilder client, PaymentRegistration registration)
    {
        client
            .RemoveAllLoggers()
            .AddHttpMessageHandler(services => new HostEndHandler(services.GetService<IHostApplicationLifetime>()?.ApplicationStopped ?? CancellationToken.None))
            .AddResilience(registration)
            .AddHttpMessageHandler(() => new AuthenticationHandler())
            .AddHttpMessageHandler(() => new AnswerHandler());
    }

    private static IHttpClientBuilder AddResilience(this IHttpClientBuilder client, PaymentRegistration registration)
    {
        client.AddResilienceHandler("payment", (pipeline, context) =>
        {
            var timings = context.ServiceProvider.GetRequiredService<IOptionsMonitor<PipelineTimings>>().Get(registration.Name);
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline
                .ConfigureTelemetry(Quiet(context.ServiceProvider))
                .AddTimeout(EndAfter("total", timings.Total))
                .AddRetry(SendAgain(timings))
                .AddTimeout(EndAfter("attempt", timings.Attempt));
        });
        return client;
    }

    /// <summary>
    /// Each call is told once, by <see cref="CallObserver"/>; what the pipeline does in between is for whoever looks closely. Listeners and
    /// enrichers that a host has for all its pipelines are left out: one that throws would end a call that has left.
    /// </summary>
    private static TelemetryOptions Quiet(IServiceProvider services) => new()
    {
        LoggerFactory = services.GetService<ILoggerFactory>() is { } loggers ? new SafeLoggerFactory(loggers) : NullLoggerFactory.Instance,
        SeverityProvider = _ => ResilienceEventSeverity.Debug,
    };

    private static TimeoutStrategyOptions EndAfter(string name, Func<ApiOperation, TimeSpan> timeout) => new()
    {
        Name = name,
        TimeoutGenerator = arguments => ValueTask.FromResult(timeout(CallOf(arguments.Context).Operation)),
    };

    private static RetryStrategyOptions<HttpResponseMessage> SendAgain(PipelineTimings timings) => new()
    {
        Name = "resend",
        MaxRetryAttempts = ResendRule.MostResends,
        ShouldHandle = arguments => ValueTask.FromResult(
            !arguments.Context.CancellationToken.IsCancellationRequested
            && ResendRule.ShouldResend(CallOf(arguments.Context), arguments.Outcome.Exception)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(timings.Delay(arguments.AttemptNumber)),
    };

    private static ApiCall CallOf(ResilienceContext context) => ApiCall.Of(context.GetRequestMessage()!);
}
