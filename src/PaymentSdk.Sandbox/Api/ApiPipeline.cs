using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using PaymentSdk.Sandbox.Books;
using PaymentSdk.Sandbox.Delivery;
using PaymentSdk.Sandbox.Faults;

namespace PaymentSdk.Sandbox.Api;

/// <summary>What every API request goes through, in order: authentication, faults, idempotency, test code, the work, the wire.</summary>
internal sealed class ApiPipeline(
    Merchants merchants, BrandPayBooks customers, IdempotencyMemory memory, FaultPlan faults, WebhookOutbox webhooks, IHostApplicationLifetime lifetime)
{
    private const int _maxKeyLength = 300;

    /// <summary>Runs an operation for the shop of a secret key.</summary>
    public Task RunAsync(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) => RunAsync(
        context, operation, work, header => (BasicAuthentication.Authenticate(header, merchants), null));

    /// <summary>Runs an operation for the customer of a token.</summary>
    public Task RunForCustomerAsync(HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work) => RunAsync(
        context, operation, work, header => BearerAuthentication.Authenticate(header, customers) is var customer ? (customer.Merchant, customer) : default);

    private async Task RunAsync(
        HttpContext context, SandboxOperation operation, Func<ApiRequest, ApiAnswer> work, Func<StringValues, (Merchant, BrandPayCustomer?)> authenticate)
    {
        var english = IsEnglish(context.Request);
        ApiRequest request;
        try
        {
            request = await ReadAsync(context, english, authenticate).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            await Wire.SendAsync(context, ApiAnswer.Error(refused.Code, english), fault: null).ConfigureAwait(false);
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
            await Wire.SendAsync(context, FaultAnswers.OnTheWay(fault?.Kind, answer), fault).ConfigureAwait(false);
        }
        finally
        {
            cause.Answered();
        }
    }

    private static async Task<ApiRequest> ReadAsync(
        HttpContext context, bool english, Func<StringValues, (Merchant, BrandPayCustomer?)> authenticate)
    {
        var http = context.Request;
        var (merchant, customer) = authenticate(http.Headers.Authorization);
        var key = HttpMethods.IsPost(http.Method) && http.Headers["Idempotency-Key"] is [{ Length: > 0 } value, ..] ? value : null;
        if (key is { Length: > _maxKeyLength } || (key is not null && !Ascii.IsValid(key)))
            throw new RefusedException("INVALID_IDEMPOTENCY_KEY");
        if (key is not null)
            context.Response.Headers["idempotency-key"] = key;
        return new ApiRequest(merchant, http.Method, http.GetEncodedPathAndQuery(), key, http.Headers["TossPayments-Test-Code"], english)
        {
            Customer = customer,
            Query = new QueryFields(http.Query),
            Body = await RequestBody.ReadAsync(http, context.RequestAborted).ConfigureAwait(false),
        };
    }

    /// <summary>Does the work of a key once; whoever comes again gets the first answer, or 409 while it is being made.</summary>
    private async Task<ApiAnswer> OnceAsync(HttpContext context, ApiRequest request, Func<ApiRequest, ApiAnswer> work)
    {
        if (request.IdempotencyKey is null)
            return await AnswerAsync(request, work, _ => { }).ConfigureAwait(false);

        var match = new IdempotencyMatch(request.IdempotencyKey, request.Merchant.SecretKey, request.Url, request.Method);
        var traceId = Tracing.Of(context);
        if (!memory.TryBegin(match, out var earlier))
        {
            if (earlier is null)
                return ApiAnswer.Error("IDEMPOTENT_REQUEST_PROCESSING", request.English);
            Tracing.Replayed(context, earlier.TraceId);
            return earlier.Answer;
        }

        try
        {
            return await AnswerAsync(request, work, Remember).ConfigureAwait(false);
        }
        catch
        {
            // Nothing may stay in flight for ever.
            memory.Forget(match);
            throw;
        }

        void Remember(ApiAnswer answer)
        {
            if (IsRemembered(answer, request.Fault))
                memory.Remember(match, new RememberedAnswer(answer, traceId));
            else
                memory.Forget(match);
        }
    }

    /// <summary>Answers, and reports the answer that counts: with late work that is the one nobody hears.</summary>
    private async Task<ApiAnswer> AnswerAsync(ApiRequest request, Func<ApiRequest, ApiAnswer> work, Action<ApiAnswer> done)
    {
        if (request.Fault is { Kind: SandboxFaultKind.WorkAfterAnswer } late)
        {
            _ = WorkLateAsync(late, request, work, done);
            return FaultAnswers.Failed(request.English);
        }

        if (request.Fault is { Kind: SandboxFaultKind.DelayBeforeWork } delayed)
            await Wire.DelayAsync(delayed).ConfigureAwait(false);
        var answer = FaultAnswers.InsteadOfWork(request.Fault?.Kind, request.English)
            ?? FaultAnswers.AfterWork(request.Fault?.Kind, Work(request, work), request.English);
        done(answer);
        return answer;
    }

    private async Task WorkLateAsync(SandboxFault fault, ApiRequest request, Func<ApiRequest, ApiAnswer> work, Action<ApiAnswer> done)
    {
        try
        {
            await Wire.DelayAsync(fault, lifetime.ApplicationStopping).ConfigureAwait(false);
            done(Work(request, work));
        }
        catch (OperationCanceledException)
        {
            // The gateway stops: the work was never done.
        }
    }

    // The test code comes before the payment key is looked at (payment-api.md §8).
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
            return ApiAnswer.Error(refused.Code, request.English);
        }
    }

    // First answers are replayed, 4xx too (payment-api.md §6). Whether 5xx and 429 are is not known: by default they are not.
    private static bool IsRemembered(ApiAnswer answer, SandboxFault? fault) =>
        answer.Status is < 500 and not 409 and not 429
        || fault?.Kind is SandboxFaultKind.Replay5xx or SandboxFaultKind.ReplayTemporary4xx;

    /// <summary>True when the caller asked for English messages and values.</summary>
    public static bool IsEnglish(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
