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
/// The HTTP pipeline, from the caller to the handlers of the shop. <see cref="PaymentHandlerBuilder"/> adds the handlers next to the socket. The
/// pipeline alone decides about timeouts and resending: a host's resilience handlers would turn one POST into 4 or 12 (docs/spec/failures.md §2).
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
    /// Configures quiet telemetry. <see cref="CallObserver"/> logs each call once; the pipeline logs its own steps at debug level. The host's
    /// listeners and enrichers for pipelines are not used, because one that throws would end a call that was already sent.
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
/// Ends a call that still runs after the host has stopped. The resilience pipeline is disposed with the host and would wait 30 seconds for
/// its calls, and a process that hangs for that long is killed. Recovery finds the outcome of the call, as after a crash.
/// </summary>
/// <param name="hostStopped">Canceled when the host has stopped.</param>
internal sealed class HostEndHandler(CancellationToken hostStopped) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostStopped);
        return await base.SendAsync(request, either.Token).ConfigureAwait(false);
    }
}

/// <summary>
/// Adds the credentials to the message. A call of the shop uses Basic authentication, with the secret key as the user name and an empty password. A
/// call for a buyer uses Bearer authentication with the buyer's access token (docs/spec/payment-api.md §1.2).
/// </summary>
internal sealed class AuthenticationHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        request.Headers.Authorization = call.Authorization ?? (call.Request.AccessToken is { } token
            ? new AuthenticationHeaderValue("Bearer", token.Value)
            : new AuthenticationHeaderValue("Basic", call.Secret.Basic));
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>
/// Receives the answer of one attempt. An answer that a handler of the shop created or replaced is read completely and recorded here, within
/// the attempt timeout.
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

/// <summary>
/// The timeouts and delays of the pipeline. They are named options of the registration, and internal so that only tests change them.
/// </summary>
internal sealed class PipelineTimings
{
    /// <summary>
    /// The timeout of one send that moves money, including its body. The provider requires at least 60 seconds (docs/spec/payment-api.md §1.6).
    /// </summary>
    public TimeSpan MoneyAttempt { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>The timeout of a whole call that moves money, including every send.</summary>
    public TimeSpan MoneyTotal { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>The timeout of one send of a query.</summary>
    public TimeSpan QueryAttempt { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The timeout of a whole query, including every send.</summary>
    public TimeSpan QueryTotal { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second send. It doubles for each further send.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two sends.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(4);

    public TimeSpan Attempt(ApiOperation operation) => IsQuick(operation) ? QueryAttempt : MoneyAttempt;

    public TimeSpan Total(ApiOperation operation) => IsQuick(operation) ? QueryTotal : MoneyTotal;

    private static bool IsQuick(ApiOperation operation) => operation is { Kind: OperationKind.Query, IsSlow: false };

    public TimeSpan Delay(int send) => TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(send, 16)));
}

/// <summary>
/// Decides whether a call is sent again, with the same bytes and key (docs/spec/failures.md §4). A POST is sent again only when no answer was
/// received or while an earlier send is in flight. A window confirm is also sent again, once, after 5xx, 429 or 408, because its payment key is
/// single-use.
/// </summary>
internal static class ResendRule
{
    /// <summary>The maximum number of resends of a call while no answer is received.</summary>
    private const int UnansweredResends = 2;

    /// <summary>The maximum number of resends of a query after 5xx.</summary>
    private const int QueryResends = 2;

    /// <summary>The maximum number of resends of a call while an earlier send is in flight. The total timeout usually ends the call first.</summary>
    public const int MostResends = 30;

    public static bool ShouldResend(ApiCall call, Exception? exception)
    {
        if (exception is SendWindowClosedException || IsTooLarge(exception) || call.Sends.Count == 0)
            return false;
        return call.Sends[^1] switch
        {
            SendResult.NotSent or SendResult.NoAnswer =>
                call.Sends.Count(send => send is SendResult.NotSent or SendResult.NoAnswer) <= UnansweredResends,
            SendResult.InFlight => true,
            SendResult.Unsettled => Count(call, SendResult.Unsettled) <= UnsettledResends(call),
            _ => false,
        };
    }

    private static int UnsettledResends(ApiCall call) => call.Operation.Kind switch
    {
        OperationKind.WindowConfirm => 1,
        OperationKind.Query when (int)call.LastAnswer!.Status >= 500 => QueryResends,
        _ => 0,
    };

    private static int Count(ApiCall call, SendResult result) => call.Sends.Count(send => send == result);

    // An answer was received, and the next one would be just as large.
    private static bool IsTooLarge(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
}
