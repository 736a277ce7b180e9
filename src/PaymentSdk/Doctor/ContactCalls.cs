using System.Net.Http.Headers;
using System.Text;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>
/// Sends the requests of the first contact through the registration's own client, without retries. The ids in the requests are created here, so that
/// they match nothing at the API.
/// </summary>
internal sealed class ContactCalls(PaymentHttpClients clients, PaymentSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private ContactAnswer? _unknownPayment;
    private int _unanswered;

    /// <summary>The reason why no further requests are sent; null while requests are still sent.</summary>
    public string? WhyNoMore { get; private set; }

    /// <summary>Returns a new id that matches nothing at the API.</summary>
    public static string NewId() => $"first-contact-{Guid.NewGuid():N}";

    /// <summary>
    /// Returns the answer to a query for a payment that does not exist. The query has an Origin header, as a page would send it. Once it is answered,
    /// the answer is kept, and the query is not sent again.
    /// </summary>
    public async Task<ContactAnswer> UnknownPaymentAsync(CancellationToken cancellationToken)
    {
        if (_unknownPayment is { } known)
            return known;
        var answer = await SendAsync(new(HttpMethod.Get, $"/v1/payments/{NewId()}") { Headers = [("Origin", "https://shop.example")] }, cancellationToken).ConfigureAwait(false);
        if (answer.Status is 401 or 403)
            WhyNoMore = $"not requested: the API refuses the secret key ({answer.StatusAndCode})";
        return _unknownPayment = answer;
    }

    /// <summary>Sends a confirm of a payment that does not exist.</summary>
    public Task<ContactAnswer> ConfirmAsync(string key, CancellationToken cancellationToken, string? testCode = null, string? orderId = null, string amount = "1000") => SendAsync(
        new(HttpMethod.Post, "/v1/payments/confirm")
        {
            Body = $$"""{"paymentKey":"{{NewId()}}","orderId":"{{orderId ?? NewId()}}","amount":{{amount}}}""",
            Headers = [("Idempotency-Key", key), .. testCode is null ? Array.Empty<(string, string)>() : [("TossPayments-Test-Code", testCode)]],
        },
        cancellationToken);

    public Task<ContactAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, path), cancellationToken);

    public async Task<ContactAnswer> SendAsync(ContactRequest request, CancellationToken cancellationToken)
    {
        var operation = new ApiOperation("first-contact", request.Method, request.Path, OperationKind.Money) { IsList = true };
        var asked = new ApiRequest { Operation = operation, Path = request.Path };
        var call = new ApiCall
        {
            Request = asked,
            Url = asked.UrlAt(settings.ApiBaseAddress),
            Secret = settings.SecretKey,
            Authorization = request.Authorization,
            Body = request.Body is null ? null : Encoding.UTF8.GetBytes(request.Body),
        };
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var message = call.CreateMessage();
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await clients.Create().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var arrived = time.GetUtcNow();
            var answer = await ApiAnswer.ReadAsync(call, response, either.Token).ConfigureAwait(false);
            _unanswered = 0;
            return new ContactAnswer(answer, response, arrived);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (++_unanswered == 2)
                WhyNoMore = $"not requested: two requests in a row were not answered ({Why(failure)})";
            throw;
        }
    }

    /// <summary>Describes why no answer was received, without text from the network.</summary>
    public static string Why(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : failure.GetType().Name;
}

/// <summary>One request. It is authenticated with the secret key of the registration, unless it has its own authorization.</summary>
internal sealed record ContactRequest(HttpMethod Method, string Path)
{
    public string? Body { get; init; }

    public (string Name, string Value)[] Headers { get; init; } = [];

    public AuthenticationHeaderValue? Authorization { get; init; }
}
