using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Api.Wire;

/// <summary>Sends one call through the pipeline and reads its answer. Every failure is thrown as a <see cref="PaymentException"/>.</summary>
internal sealed class ApiSender(
    PaymentRegistration registration,
    PaymentHttpClients clients,
    IPaymentSettingsSource settings,
    ApiPulse pulse,
    TimeProvider time,
    ILogger logger)
{
    private readonly SafeLogger _log = new(logger);
    private readonly DriftWatch _drift = new(new SafeLogger(logger));

    public async Task<T> SendAsync<T>(ApiRequest request, AnswerShape<T> shape, RequestOptions? options, CancellationToken cancellationToken)
    {
        var call = Begin(request, options ?? new RequestOptions());
        using var observed = new CallObserver(call, pulse, time, _log);
        try
        {
            var result = await ExchangeAsync(call, shape, cancellationToken).ConfigureAwait(false);
            observed.Succeeded();
            return result;
        }
        catch (PaymentException failure)
        {
            observed.Failed(failure);
            throw;
        }
    }

    private async Task<T> ExchangeAsync<T>(ApiCall call, AnswerShape<T> shape, CancellationToken cancellationToken)
    {
        try
        {
            var client = clients.Create();
            using var message = call.CreateMessage();
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var answer = await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess ? Read(call, answer, shape) : throw CallFailure.Answered(call, answer);
        }
        catch (UnreadableAnswerException exception)
        {
            throw CallFailure.Unreadable(call, exception);
        }
        catch (Exception exception) when (exception is not PaymentException)
        {
            // Cancellation by the caller is not a failure, but a timeout of the pipeline is.
            cancellationToken.ThrowIfCancellationRequested();
            throw CallFailure.NoAnswer(call, exception);
        }
    }

    private byte[] Seal(byte[]? body, PaymentSettings current) => current.SecurityKeys is [var newest, ..]
        ? SealedBody.Seal(body, newest, time.GetUtcNow())
        : throw new InvalidOperationException($"{registration.SettingsPath}:SecurityKeys is empty. Set it to the security key of the developer center: the API accepts this request only in encrypted form. Nothing was sent.");

    private T Read<T>(ApiCall call, ApiAnswer answer, AnswerShape<T> shape)
    {
        if (answer.Body.Length == 0 && shape.WhenEmpty is { } empty)
            return empty();
        if (answer.IsSealed)
            throw new UnreadableAnswerException("it is encrypted, and no key in SecurityKeys decrypts it");
        var body = AnswerBody.Open(answer.Body);
        var dropped = new List<Drift>();
        var result = shape.Read(body, dropped);
        _drift.Look(call.Operation, shape, body, dropped);
        return result;
    }

    private ApiCall Begin(ApiRequest request, RequestOptions options)
    {
        var current = settings.Current;
        if (options.TestCode is not null && !current.TestMode)
            throw new ArgumentException("RequestOptions.TestCode simulates an error and works with a test key only; a live key is configured. Remove it.", nameof(options));
        var secret = options.Checkout?.SecretFingerprint is { } fingerprint ? current.FindSecret(fingerprint) : current.SecretKey;
        return new ApiCall
        {
            Request = request,
            Url = options.Checkout?.StoredUrlOf(request) ?? request.UrlAt(current.ApiBaseAddress),
            Secret = secret ?? throw CallFailure.SecretGone(request.Operation),
            Body = request.IsSealed ? Seal(request.Body, current) : request.Body,
            SecurityKeys = current.SecurityKeys,
            Options = options,
        };
    }
}

/// <summary>
/// Records one call as a span, a duration and a log line. None of these contains the URL, or any part of a body except the error code.
/// </summary>
internal sealed class CallObserver(ApiCall call, ApiPulse pulse, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Activity? _span = Begin(call.Operation);
    private readonly long _begun = time.GetTimestamp();
    private string? _failure = "canceled";

    private int? Status => (int?)call.LastAnswer?.Status;

    public void Succeeded()
    {
        _failure = null;
        pulse.Beat();
        Log.CallSucceeded(logger, call.Operation.Name, Status, call.Sends.Count, call.TraceId);
    }

    public void Failed(PaymentException failure)
    {
        _failure = failure.Kind.ToString();
        pulse.Miss(failure);
        if (call.HandlerFailure is { } thrown)
        {
            Log.HandlerFailed(logger, thrown, call.Operation.Name, failure.Kind, call.Sends.Count);
            return;
        }

        if (failure.StatusCode is not null && ErrorCatalog.RefusesKeys(failure.Code))
            Log.KeysRefused(logger, call.Operation.Name, failure.Code.Value, Status, call.TraceId);
        else
            Log.CallFailed(logger, call.Operation.Name, failure.Kind, failure.Code.Value, Status, call.Sends.Count, call.TraceId);
    }

    public void Dispose()
    {
        var tags = new TagList { { "paymentsdk.operation", call.Operation.Name } };
        if (Status is { } status)
            tags.Add("http.response.status_code", status);
        if (_failure is not null)
            tags.Add("error.type", _failure);
        Telemetry.Duration.Record(time.GetElapsedTime(_begun).TotalSeconds, tags);
        if (_span is null)
            return;
        foreach (var tag in tags)
            _span.SetTag(tag.Key, tag.Value);
        _span.SetTag("paymentsdk.sends", call.Sends.Count);
        if (_failure is not null)
            _span.SetStatus(ActivityStatusCode.Error, _failure);
        _span.Dispose();
    }

    private static Activity? Begin(ApiOperation operation)
    {
        var span = Telemetry.Source.StartActivity($"{operation.Method.Method} {operation.Route}", ActivityKind.Client);
        span?.SetTag("http.request.method", operation.Method.Method);
        span?.SetTag("url.template", operation.Route);
        return span;
    }
}

/// <summary>
/// Tracks the health of the payment API: the number of consecutive calls that received no answer, failed on its side, or were refused because of
/// their keys.
/// </summary>
internal sealed class ApiPulse(TimeProvider time)
{
    /// <summary>How long failures are remembered. Without a call for this long, the state of the API is not known.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private int _failures;
    private long _first;
    private long _last;

    /// <summary>
    /// The number of failures since the last successful call, and the time since the first of these failures. Both are 0 when the last failure is too
    /// old.
    /// </summary>
    public (int Failures, TimeSpan For) Failing
    {
        get
        {
            lock (_gate)
                return _failures == 0 || time.GetElapsedTime(_last) > Remembered ? (0, TimeSpan.Zero) : (_failures, time.GetElapsedTime(_first));
        }
    }

    public void Beat()
    {
        lock (_gate)
            _failures = 0;
    }

    /// <summary>
    /// Records a failed call. A refusal (4xx) is an answer and therefore counts as a success, unless the keys were refused. Everything else counts as
    /// a failure: no answer, an unreadable answer, 5xx, 401, 408 and 429.
    /// </summary>
    public void Miss(PaymentException failure)
    {
        if (failure.StatusCode is >= 400 and < 500 and not (401 or 408 or 429) && !ErrorCatalog.RefusesKeys(failure.Code))
        {
            Beat();
            return;
        }

        lock (_gate)
        {
            _last = time.GetTimestamp();
            if (_failures++ == 0)
                _first = _last;
        }
    }
}
