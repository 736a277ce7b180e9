using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Delivery;
using PaymentSdk.Sandbox.Faults;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// Runs every API request through these steps, in order: authentication, faults, idempotency, test code, the operation, the envelope, sending.
/// </summary>
internal sealed class ApiPipeline(
    RequestReader reader, IdempotencyMemory memory, FaultPlan faults, WebhookOutbox webhooks, SandboxClock clock, IHostApplicationLifetime lifetime)
{
    /// <summary>Runs an operation for the shop that a secret key belongs to.</summary>
    public Task RunAsync(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) =>
        RunAsync(context, operation, Authentication.SecretKey, work);

    /// <summary>Runs an operation for the customer that a token belongs to.</summary>
    public Task RunForCustomerAsync(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) =>
        RunAsync(context, operation, Authentication.CustomerToken, work);

    /// <summary>Runs an operation of version 2.</summary>
    public Task RunVersion2Async(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) =>
        RunAsync(context, operation, Authentication.Version2, work);

    /// <summary>Runs an operation of version 2 whose request and answer are encrypted.</summary>
    public Task RunEncryptedAsync(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) =>
        RunAsync(context, operation, Authentication.Encrypted, work);

    private async Task RunAsync(HttpContext context, SandboxOperation operation, Authentication entrance, Func<ApiRequest, ApiAnswer> work)
    {
        ApiRequest request;
        try
        {
            request = await reader.ReadAsync(context, entrance).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            await RefuseAsync(context, refused.Code).ConfigureAwait(false);
            return;
        }

        var fault = faults.Take(operation);
        if (fault?.Kind == SandboxFaultKind.CloseBeforeWork)
        {
            await Wire.CloseAsync(context).ConfigureAwait(false);
            return;
        }

        var cause = webhooks.Begin(operation);
        try
        {
            var answer = fault?.Kind == SandboxFaultKind.Html502
                ? FaultAnswers.BadGateway
                : await OnceAsync(context, request with { Fault = fault }, work).ConfigureAwait(false);
            if (fault is not null)
                cause.Answered();
            await cause.OvertakenAsync().ConfigureAwait(false);
            await Wire.SendAsync(context, Sealed(FaultAnswers.OnTheWay(fault?.Kind, answer), request), fault).ConfigureAwait(false);
        }
        finally
        {
            cause.Answered();
        }
    }

    /// <summary>Answers a request that was refused before its operation ran.</summary>
    public static Task RefuseAsync(HttpContext context, string code)
    {
        var error = ApiAnswer.Error(code, IsEnglish(context.Request));
        var isVersion2 = context.Request.Path.StartsWithSegments("/v2", StringComparison.Ordinal);
        return Wire.SendAsync(context, isVersion2 ? Envelope.Around(error, Tracing.Of(context)) : error, fault: null);
    }

    /// <summary>
    /// Runs the operation once per idempotency key. A later request receives the first answer, or 409 while the first request is still running.
    /// </summary>
    private async Task<ApiAnswer> OnceAsync(HttpContext context, ApiRequest request, Func<ApiRequest, ApiAnswer> work)
    {
        if (request.IdempotencyKey is null)
            return await AnswerAsync(request, work, _ => { }).ConfigureAwait(false);

        var match = new IdempotencyMatch(request.IdempotencyKey, request.Credentials, request.Url, request.Method);
        var traceId = Tracing.Of(context);
        if (!memory.TryBegin(match, out var earlier))
        {
            if (earlier is null)
                return Around(ApiAnswer.Error("IDEMPOTENT_REQUEST_PROCESSING", request.English), request);
            Tracing.Replayed(context, earlier.TraceId);
            return earlier.Answer;
        }

        try
        {
            return await AnswerAsync(request, work, Remember).ConfigureAwait(false);
        }
        catch
        {
            // Otherwise all later requests with the key would be answered with 409.
            memory.Forget(match);
            throw;
        }

        void Remember(ApiAnswer? answer)
        {
            if (answer is { } first && IsRemembered(first, request.Fault))
                memory.Remember(match, new RememberedAnswer(first, traceId));
            else
                memory.Forget(match);
        }
    }

    /// <summary>
    /// Returns the answer to the request, and passes the answer to remember to <paramref name="done"/>. If a fault delays the work until after the
    /// answer, the answer to remember is the result of the work, which this request does not receive; null if the work was not done.
    /// </summary>
    private async Task<ApiAnswer> AnswerAsync(ApiRequest request, Func<ApiRequest, ApiAnswer> work, Action<ApiAnswer?> done)
    {
        if (request.Fault is { Kind: SandboxFaultKind.WorkAfterAnswer } late)
        {
            _ = WorkLateAsync(late, request, work, done);
            return Around(FaultAnswers.Failed(request.English), request);
        }

        if (request.Fault is { Kind: SandboxFaultKind.DelayBeforeWork } delayed)
            await Wire.DelayAsync(delayed).ConfigureAwait(false);
        var answer = Around(
            FaultAnswers.InsteadOfWork(request.Fault?.Kind, request.English)
            ?? FaultAnswers.AfterWork(request.Fault?.Kind, Work(request, work), request.English),
            request);
        done(answer);
        return answer;
    }

    private async Task WorkLateAsync(SandboxFault fault, ApiRequest request, Func<ApiRequest, ApiAnswer> work, Action<ApiAnswer?> done)
    {
        ApiAnswer? answer = null;
        try
        {
            await Wire.DelayAsync(fault, lifetime.ApplicationStopping).ConfigureAwait(false);
            answer = Around(Work(request, work), request);
        }
        catch (OperationCanceledException)
        {
            // The gateway is stopping, and the work is not done.
        }
        finally
        {
            done(answer);
        }
    }

    // The test code is read before the payment key is looked up (docs/spec/payment-api.md §8).
    private static ApiAnswer Work(ApiRequest request, Func<ApiRequest, ApiAnswer> work)
    {
        if (request.TestCode is { Length: > 0 } code)
            return ApiAnswer.Error(ErrorTable.Find(code) is null ? "INVALID_TEST_CODE" : code, request.English);
        try
        {
            return work(request);
        }
        catch (RefusedException refused)
        {
            return ApiAnswer.Error(refused.Code, request.English, refused.Member);
        }
    }

    private static ApiAnswer Around(ApiAnswer answer, ApiRequest request) =>
        request.IsVersion2 ? Envelope.Around(answer, request.TraceId) : answer;

    /// <summary>
    /// Encrypts the answer, including an error, under the key of the request (docs/spec/payment-api.md §2.9). The idempotency memory holds the
    /// plain answer.
    /// </summary>
    private ApiAnswer Sealed(ApiAnswer answer, ApiRequest request) => request.SecurityKey is { } key && answer.ContentType == "application/json"
        ? answer with { Body = Encoding.ASCII.GetBytes(Jwe.Seal(answer.Body, key, clock.GetUtcNow())), ContentType = "text/plain" }
        : answer;

    // First answers are replayed, including most 4xx answers (docs/spec/payment-api.md §6). It is not known whether the real API replays 429 and 5xx
    // answers. The sandbox does not replay them, except for a 5xx answer if a fault requests it.
    private static bool IsRemembered(ApiAnswer answer, SandboxFault? fault) =>
        answer.Status is < 500 and not 409 and not 429
        || fault?.Kind is SandboxFaultKind.Replay5xx or SandboxFaultKind.ReplayTemporary4xx;

    /// <summary>Returns true if the caller requested English messages and values.</summary>
    public static bool IsEnglish(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
