using System.Net.Http.Headers;
using PaymentSdk.Configuration;
using Polly;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// One call from beginning to end: its request, the secret with which it is sent, and the result of each send. The HTTP message carries it in its
/// options.
/// </summary>
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

    /// <summary>
    /// The credentials to send instead of the usual ones, for a call that tests how the API answers wrong credentials. If null (the default), the
    /// usual credentials are sent.
    /// </summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>The body as it is sent. Every send has the same bytes.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The keys that decrypt an encrypted answer, newest first.</summary>
    public IReadOnlyList<byte[]> SecurityKeys { get; init; } = [];

    public RequestOptions Options { get; init; } = new();

    public ApiOperation Operation => Request.Operation;

    /// <summary>
    /// The results of the sends, from the first to the last. The worst of them determines the outcome of the call (docs/spec/failures.md §3).
    /// </summary>
    public IReadOnlyList<SendResult> Sends => _sends;

    /// <summary>The last answer that was received completely; null when there is none.</summary>
    public ApiAnswer? LastAnswer { get; private set; }

    public string? TraceId => LastAnswer?.TraceId;

    /// <summary>The exception that a handler of the shop threw and that ended the call; null when the network or a timeout ended the call.</summary>
    public Exception? HandlerFailure { get; private set; }

    public static ApiCall Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var call)
        ? call
        : throw new InvalidOperationException("This HttpClient sends calls of PaymentSdk only. Call the API through IPaymentClient.");

    /// <summary>
    /// Creates the HTTP message with its idempotency key. A handler outside the pipeline may send the message again, and must then send the same key.
    /// </summary>
    public HttpRequestMessage CreateMessage()
    {
        // The path is sent exactly as written. Canonicalization would change an escaped segment.
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

    /// <summary>Returns whether this answer has been recorded.</summary>
    public bool IsRecorded(HttpResponseMessage response) => ReferenceEquals(response, _recorded);

    /// <summary>Records the answer to a send.</summary>
    public void Record(ApiAnswer answer, HttpResponseMessage response)
    {
        LastAnswer = answer;
        _recorded = response;
        Record(answer.Means);
        Options.Checkout?.Record(answer);
    }

    /// <summary>Records the result of a send that received no answer.</summary>
    public void Record(SendResult result, Exception failure)
    {
        _lastFailure = failure;
        Record(result);
    }

    /// <summary>Records the exception that ended the call. If neither the network nor a timeout caused it, a handler of the shop did.</summary>
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
        if (Options.Checkout is { } checkout && result is not SendResult.NotSent)
            checkout.Sends++;
    }
}
