using System.Net.Http.Headers;
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

/// <summary>
/// Ends a call that is still under way when the host has stopped. The resilience pipeline is disposed with the host and waits 30 seconds for
/// its calls: a process that hangs so long is killed. What became of the call is found by recovery, as after a crash.
/// </summary>
/// <param name="hostStopped">Cancelled when the host has stopped.</param>
internal sealed class HostEndHandler(CancellationToken hostStopped) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostStopped);
        return await base.SendAsync(request, either.Token).ConfigureAwait(false);
    }
}

/// <summary>Signs the message with the secret of its call: Basic, the secret as user, an empty password; or as a buyer, Bearer (docs/spec/payment-api.md §1.2).</summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        request.Headers.Authorization = call.Authorization ?? (call.Request.AccessToken is { } token
            ? new AuthenticationHeaderValue("Bearer", token.Value)
            : new AuthenticationHeaderValue("Basic", call.Secret.ToBasic()));
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>
/// Takes the answer of one attempt. An answer that a handler of the shop made, and that did not come from the wire as it is, is read
/// whole and written down here, within the attempt timeout.
/// </summary>
internal sealed class AnswerHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (call.IsRecorded(response))
            return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(call.Operation.LargestAnswer, cancellationToken).ConfigureAwait(false);
            call.Record(await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false), response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}

/// <summary>How long the pipeline waits. Named options of the registration; internal, so that only tests change them.</summary>
internal sealed class PipelineTimings
{
    /// <summary>One send that moves money, its body included. The provider asks for at least 60 seconds (docs/spec/payment-api.md §1.6).</summary>
    public TimeSpan MoneyAttempt { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>A whole call that moves money, with every send of it.</summary>
    public TimeSpan MoneyTotal { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>One send of a query.</summary>
    public TimeSpan QueryAttempt { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A whole query.</summary>
    public TimeSpan QueryTotal { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second send; doubled for each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two sends.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(4);

    public TimeSpan Attempt(ApiOperation operation) => IsQuick(operation) ? QueryAttempt : MoneyAttempt;

    public TimeSpan Total(ApiOperation operation) => IsQuick(operation) ? QueryTotal : MoneyTotal;

    private static bool IsQuick(ApiOperation operation) => operation is { Kind: OperationKind.Query, IsSlow: false };

    public TimeSpan Delay(int send) => TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(send, 16)));
}
