using System.Net.Http.Headers;
using System.Text;

namespace PaymentSdk.Doctor;

/// <summary>A fact of the payment API that PaymentSdk and its sandbox rely on, and the request that shows it.</summary>
/// <param name="Id">The name of the fact in reports.</param>
/// <param name="Text">A description of what is examined.</param>
/// <param name="Expected">The finding when the API behaves as documented.</param>
/// <param name="Ask">Sends the request and returns the finding, in the words of <paramref name="Expected"/>.</param>
internal sealed record ContactFact(string Id, string Text, string Expected, Func<ContactCalls, CancellationToken, Task<(string Found, ContactAnswer Answer)>> Ask)
{
    /// <summary>Whether an answer of 401, 403 or 429 is a finding about this fact. For other facts such an answer shows nothing.</summary>
    public bool IsAboutKeys { get; init; }
}

/// <summary>The facts of the first contact, in the order in which they are examined (docs/spec/payment-api.md, appendix D).</summary>
internal static class ContactFacts
{
    private const string Signed = "TossPayments-Test-Code";
    private const string DayRange = "startDate=2020-01-01T00:00:00&endDate=2020-01-01T00:00:00";

    public static IReadOnlyList<ContactFact> All { get; } =
    [
        Unknown("unknown-payment-key", "GET of a payment that does not exist", "404 NOT_FOUND_PAYMENT", answer => answer.StatusAndCode),
        Unknown("error-members", "the members of an error", "code, message", answer => answer.Shape),
        Unknown("error-type", "the media type of an error", "application/json", answer => answer.MediaType),
        Unknown("trace-id", "header x-tosspayments-trace-id", "present", answer => answer.Has("x-tosspayments-trace-id") ? "present" : "absent"),
        Unknown("no-cors", "Access-Control headers for a request with an Origin", "none", answer => answer.HasStart("Access-Control-") ? "some" : "none"),
        Unknown("korean-message", "the language of a message", "Korean", answer => answer.IsKorean ? "Korean" : "another"),
        Unknown("clock", "this machine's clock beside the Date header", "within 10 seconds", Clock),
        new("english-message", "the language with Accept-Language: en-US", "not Korean", async (calls, token) =>
            Told(await calls.SendAsync(new(HttpMethod.Get, $"/v1/payments/{ContactCalls.NewId()}") { Headers = [("Accept-Language", "en-US")] }, token).ConfigureAwait(false), answer => answer.IsKorean ? "Korean" : "not Korean")),
        Get("unknown-order-id", "GET of an order id that does not exist", "404 NOT_FOUND_PAYMENT", $"/v1/payments/orders/{ContactCalls.NewId()}", answer => answer.StatusAndCode),
        Keys("unknown-secret", "a secret key that does not exist", "401 UNAUTHORIZED_KEY", "test_sk_fake_first_contact:"),
        Keys("missing-colon", "a secret key without its colon", "403 INCORRECT_BASIC_AUTH_FORMAT", "test_sk_fake_first_contact"),
        Confirm("confirm-unknown", "confirm of a payment that does not exist", "404 NOT_FOUND_PAYMENT"),
        Confirm("order-id-short", "confirm of an order id of three characters", "400 INVALID_ORDER_ID", orderId: "abc"),
        Confirm("order-id-equals", "confirm of an order id with an equals sign", "404 NOT_FOUND_PAYMENT", orderId: "first-contact="),
        Confirm("order-id-dot", "confirm of an order id with a dot", "400 INVALID_ORDER_ID", orderId: "first.contact"),
        Confirm("amount-text", "confirm of an amount that is a text", "404 NOT_FOUND_PAYMENT", amount: "\"1000\""),
        new("idempotency-echo", "header idempotency-key of the answer to a POST", "the key that was sent", async (calls, token) =>
        {
            var key = ContactCalls.NewId();
            return Told(await calls.ConfirmAsync(key, token).ConfigureAwait(false), answer => answer.Echoes("idempotency-key", key) ? "the key that was sent" : "another, or none");
        }),
        Replay("idempotency-4xx", "a refused POST sent again under the same key, with another body", "REJECT_CARD_PAYMENT", "the first answer, byte for byte"),
        new("idempotency-trace", "the trace id of a replayed answer", "its own and that of the first answer", async (calls, token) =>
        {
            var (first, second) = await TwiceAsync(calls, "REJECT_CARD_PAYMENT", token).ConfigureAwait(false);
            var both = first.TraceId is { } id && second.TraceId is { } ids && ids != id && ids.Contains(id, StringComparison.Ordinal);
            return (both ? "its own and that of the first answer" : "another", second);
        }),
        Replay("idempotency-5xx", "a failed POST (500) sent again under the same key", "FAILED_INTERNAL_SYSTEM_PROCESSING", "a new answer"),
        new("idempotency-too-long", "an idempotency key of 301 characters", "400 INVALID_IDEMPOTENCY_KEY", async (calls, token) =>
            Told(await calls.ConfirmAsync(new string('a', 301), token).ConfigureAwait(false), answer => answer.StatusAndCode)),
        new("idempotency-get", "an idempotency key on a GET", "ignored", (calls, token) => IgnoredAsync(calls, HttpMethod.Get, "/v1/payments/", token)),
        new("idempotency-delete", "an idempotency key on a DELETE", "ignored", (calls, token) => IgnoredAsync(calls, HttpMethod.Delete, "/v1/billing/", token)),
        Code("test-code-unknown", "NO_SUCH_CODE_FIRST_CONTACT", "400 INVALID_TEST_CODE"),
        Code("status-already-processing-request", "ALREADY_PROCESSING_REQUEST", "400 ALREADY_PROCESSING_REQUEST"),
        Code("status-invalid-registration-number-type", "INVALID_REGISTRATION_NUMBER_TYPE", "400 INVALID_REGISTRATION_NUMBER_TYPE"),
        Code("status-not-registered-card-company", "NOT_REGISTERED_CARD_COMPANY", "400 NOT_REGISTERED_CARD_COMPANY"),
        Code("status-not-found-receipt", "NOT_FOUND_RECEIPT", "404 NOT_FOUND_RECEIPT"),
        Code("status-failed-card-company-response", "FAILED_CARD_COMPANY_RESPONSE", "500 FAILED_CARD_COMPANY_RESPONSE"),
        Code("status-nts-error", "NTS_ERROR", "400 NTS_ERROR"),
        new("create-payment", "POST /v1/payments with an empty object", "400 INVALID_REQUEST", async (calls, token) =>
            Told(await calls.SendAsync(new(HttpMethod.Post, "/v1/payments") { Body = "{}", Headers = [("Idempotency-Key", ContactCalls.NewId())] }, token).ConfigureAwait(false), answer => answer.StatusAndCode)),
        Get("transactions-day", "transactions between bare dates", "200 a list", "/v1/transactions?startDate=2020-01-01&endDate=2020-01-02&limit=1", StatusAndShape),
        Get("transactions-reversed", "transactions that end before they begin", "400 INVALID_DATE", "/v1/transactions?startDate=2020-01-02T00:00:00&endDate=2020-01-01T00:00:00", answer => answer.StatusAndCode),
        Get("transactions-offset", "transactions between times with an offset", "400 INVALID_DATE", "/v1/transactions?startDate=2020-01-01T00:00:00%2B09:00&endDate=2020-01-01T00:00:00%2B09:00", answer => answer.StatusAndCode),
        Get("transactions-limit", "more than 5000 transactions at once", "400 EXCEED_MAX_QUERY_LIMIT", $"/v1/transactions?{DayRange}&limit=5001", answer => answer.StatusAndCode),
        Get("transactions-cursor", "transactions after one that does not exist", "400 INVALID_TRANSACTION_KEY", $"/v1/transactions?{DayRange}&startingAfter={ContactCalls.NewId()}", answer => answer.StatusAndCode),
        Get("promotions-shape", "the answer of GET /v1/promotions", "200 a list", "/v1/promotions", StatusAndShape),
        Get("sellers-limit", "GET /v2/sellers with limit=1000", "200 version, traceId, entityType, entityBody", "/v2/sellers?limit=1000", StatusAndShape),
        Get("payouts-status", "GET /v2/payouts with the filter status", "200 version, traceId, entityType, entityBody", "/v2/payouts?limit=1&status=FAILED", StatusAndShape),
    ];

    private static ContactFact Unknown(string id, string text, string expected, Func<ContactAnswer, string> read) =>
        new(id, text, expected, async (calls, token) => Told(await calls.UnknownPaymentAsync(token).ConfigureAwait(false), read));

    private static ContactFact Get(string id, string text, string expected, string path, Func<ContactAnswer, string> read) =>
        new(id, text, expected, async (calls, token) => Told(await calls.GetAsync(path, token).ConfigureAwait(false), read));

    private static ContactFact Confirm(string id, string text, string expected, string? orderId = null, string amount = "1000") =>
        new(id, text, expected, async (calls, token) =>
            Told(await calls.ConfirmAsync(ContactCalls.NewId(), token, orderId: orderId, amount: amount).ConfigureAwait(false), answer => answer.StatusAndCode));

    // Sends an invented key instead of the configured one. Any invalid key shows the fact.
    private static ContactFact Keys(string id, string text, string expected, string pair) => new(id, text, expected, async (calls, token) =>
    {
        var wrong = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return Told(await calls.SendAsync(new(HttpMethod.Get, $"/v1/payments/{ContactCalls.NewId()}") { Authorization = wrong }, token).ConfigureAwait(false), answer => answer.StatusAndCode);
    })
    { IsAboutKeys = true };

    private static ContactFact Code(string id, string code, string expected) => new(id, $"{Signed}: {code}", expected, async (calls, token) =>
        Told(await calls.ConfirmAsync(ContactCalls.NewId(), token, testCode: code).ConfigureAwait(false), answer => answer.StatusAndCode))
    { IsAboutKeys = true };

    private static ContactFact Replay(string id, string text, string code, string expected) => new(id, text, expected, async (calls, token) =>
    {
        var (first, second) = await TwiceAsync(calls, code, token).ConfigureAwait(false);
        return (first.Code != code ? $"not seen: the first answer was {first.StatusAndCode}" : first.IsSameAs(second) ? "the first answer, byte for byte" : "a new answer", second);
    })
    { IsAboutKeys = true };

    /// <summary>Sends a confirm that a test code makes fail, and then another one under the same key without the test code.</summary>
    private static async Task<(ContactAnswer First, ContactAnswer Second)> TwiceAsync(ContactCalls calls, string code, CancellationToken token)
    {
        var key = ContactCalls.NewId();
        var first = await calls.ConfirmAsync(key, token, testCode: code).ConfigureAwait(false);
        return (first, await calls.ConfirmAsync(key, token).ConfigureAwait(false));
    }

    private static async Task<(string, ContactAnswer)> IgnoredAsync(ContactCalls calls, HttpMethod method, string path, CancellationToken token)
    {
        var key = ContactCalls.NewId();
        var answer = await calls.SendAsync(new(method, path + ContactCalls.NewId()) { Headers = [("Idempotency-Key", key)] }, token).ConfigureAwait(false);
        return (answer.Code == "INVALID_IDEMPOTENCY_KEY" ? "refused" : answer.Has("idempotency-key") ? "echoed" : "ignored", answer);
    }

    private static string StatusAndShape(ContactAnswer answer) => answer.Code is null ? $"{answer.Status} {answer.Shape}".TrimEnd() : answer.StatusAndCode;

    private static string Clock(ContactAnswer answer) => answer.Date is not { } date ? "no Date header"
        : (answer.ArrivedAt - date).Duration() <= TimeSpan.FromSeconds(10) ? "within 10 seconds" : "more than 10 seconds apart";

    private static (string, ContactAnswer) Told(ContactAnswer answer, Func<ContactAnswer, string> read) => (read(answer), answer);
}
