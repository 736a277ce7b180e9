using Microsoft.Extensions.Logging;
using PaymentSdk.Api.Json;
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
        : throw new InvalidOperationException($"{registration.SettingsPath}:SecurityKeys is empty. Set it to the security key of the developer centre: the API takes this request encrypted only. Nothing was sent.");

    private T Read<T>(ApiCall call, ApiAnswer answer, AnswerShape<T> shape)
    {
        if (answer.Body.Length == 0 && shape.WhenEmpty is { } empty)
            return empty();
        if (answer.IsSealed)
            throw new UnreadableAnswerException("it is encrypted, and no key of SecurityKeys opens it");
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
        var secret = options.SecretFingerprint is { } fingerprint ? current.FindSecret(fingerprint) : current.SecretKey;
        return new ApiCall
        {
            Request = request,
            Url = request.UrlAt(current.ApiBaseAddress),
            Secret = secret ?? throw CallFailure.SecretGone(request.Operation),
            Body = request.IsSealed ? Seal(request.Body, current) : request.Body,
            SecurityKeys = current.SecurityKeys,
            Options = options,
        };
    }
}
