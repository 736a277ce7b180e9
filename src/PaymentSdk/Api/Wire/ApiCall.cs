using System.Net.Http.Headers;
using PaymentSdk.Configuration;
using Polly;

namespace PaymentSdk.Api.Wire;

/// <summary>One call from begin to end: what it asks for, which secret it is sent with, and what each of its sends came to. It travels on the message.</summary>
internal sealed class ApiCall
{
    private static readonly HttpRequestOptionsKey<ApiCall> Key = new("PaymentSdk.ApiCall");
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue PlainText = new("text/plain");

    private readonly List<SendResult> _sends = [];
    private HttpResponseMessage? _recorded;
    private Exception? _lastFailure;

    public required ApiRequest Request { get; init; }

    public required string Url { get; init; }

    public required SecretKey Secret { get; init; }

    /// <summary>Stands in the place of the signature, for a call that shows how a wrong one is answered; null (default) signs.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>The body as it travels: the same bytes however often it leaves.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What opens an encrypted answer, newest first.</summary>
    public IReadOnlyList<byte[]> SecurityKeys { get; init; } = [];

    public RequestOptions Options { get; init; } = new();

    public ApiOperation Operation => Request.Operation;

    /// <summary>What each send came to, in order. The class of the call is the worst of them (docs/spec/failures.md §3).</summary>
    public IReadOnlyList<SendResult> Sends => _sends;

    /// <summary>The last answer that came whole; null when none did.</summary>
    public ApiAnswer? LastAnswer { get; private set; }

    public string? TraceId => LastAnswer?.TraceId;

    /// <summary>What a handler that the shop added threw, when that ended the call; null when the wire or a timeout did.</summary>
    public Exception? HandlerFailure { get; private set; }

    public static ApiCall Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var call)
        ? call
        : throw new InvalidOperationException("This HttpClient sends calls of PaymentSdk only. Call the API through IPaymentClient.");

    /// <summary>The message, with its idempotency key already on it: handlers outside of ours may send it again, and must send the same key.</summary>
    public HttpRequestMessage CreateMessage()
    {
        // The path is sent as it is written: an escaped segment must not be resolved away.
        var uri = new Uri(Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(Operation.Method, uri);
        message.Options.Set(Key, this);
        message.Headers.Accept.ParseAdd("application/json");
        if (Body is { } body)
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = Request.IsSealed ? PlainText : Json } };
        if (Request.IsSealed)
            message.Headers.TryAddWithoutValidation("TossPayments-api-security-mode", "ENCRYPTION");
        if (Request.IdempotencyKey is { } key)
            message.Headers.TryAddWithoutValidation("Idempotency-Key", key.Value);
        if (Options.AcceptLanguage is { } language)
            message.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (Options.TestCode is { } code)
            message.Headers.TryAddWithoutValidation("TossPayments-Test-Code", code);
        return message;
    }

    /// <summary>Whether this answer is written down.</summary>
    public bool IsRecorded(HttpResponseMessage response) => ReferenceEquals(response, _recorded);

    /// <summary>Writes down the answer to a send.</summary>
    public void Record(ApiAnswer answer, HttpResponseMessage response)
    {
        LastAnswer = answer;
        _recorded = response;
        Record(answer.Means);
        Options.Wire?.Record(answer);
    }

    /// <summary>Writes down what a send came to that was not answered.</summary>
    public void Record(SendResult result, Exception failure)
    {
        _lastFailure = failure;
        Record(result);
    }

    /// <summary>Takes note of what ended the call. What neither the wire nor a timeout threw, a handler of the shop did.</summary>
    public void EndWith(Exception exception)
    {
        if (exception is OperationCanceledException or ExecutionRejectedException or SendWindowClosedException)
            return;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (ReferenceEquals(cause, _lastFailure))
                return;
        }

        HandlerFailure = exception;
    }

    private void Record(SendResult result)
    {
        _sends.Add(result);
        if (Options.Wire is { } wire && result is not SendResult.NotSent)
            wire.Sends++;
    }
}
