using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentSdk.Settings;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PaymentSdk.Http;

/// <summary>
/// The HTTP pipeline, from the caller to the socket. It owns time and resending alone: resilience handlers that the host
/// puts on every client would turn one POST into 4 or 12 (failures.md §2).
/// </summary>
internal static class PaymentPipeline
{
    public static void Add(IHttpClientBuilder client, PaymentRegistration registration)
    {
        client
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .RemoveInherited()
            .AddResilience(registration)
            .AddHttpMessageHandler(() => new AuthenticationHandler())
            .AddHttpMessageHandler(provider => new RecordingHandler(provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(() => new BufferingHandler())
            .ConfigurePrimaryHttpMessageHandler(CreateSocketHandler);
    }

    private static IHttpClientBuilder AddResilience(this IHttpClientBuilder client, PaymentRegistration registration)
    {
        client.AddResilienceHandler("payment", (pipeline, context) =>
        {
            var timings = context.ServiceProvider.GetRequiredService<IOptionsMonitor<PipelineTimings>>().Get(registration.Name);
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline
                .AddTimeout(EndAfter("total", timings.Total))
                .AddRetry(SendAgain(timings))
                .AddTimeout(EndAfter("attempt", timings.Attempt));
        });
        return client;
    }

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

    private static IHttpClientBuilder RemoveInherited(this IHttpClientBuilder client)
    {
#pragma warning disable EXTEXP0001 // Experimental, and the only way to undo what a host puts on every client; the host-defaults tests watch it.
        return client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }

    // No propagator: the built-in span of a call carries its whole address, and that names payment keys.
    private static SocketsHttpHandler CreateSocketHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };
}
