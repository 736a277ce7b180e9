using PaymentSdk;

namespace CheckoutDemo.Lab;

/// <summary>
/// Sends the payment API the preflight that a browser sends before a page calls the API. A browser hides the answer from the page, but a
/// server can read it. No key is sent.
/// </summary>
internal static class ApiPreflight
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Uri ConfirmAddress(PaymentSdkOptions options) => new(new Uri(options.ApiBaseAddress), "/v1/payments/confirm");

    public static async Task<Exchange> AskAsync(HttpRequest page, Microsoft.Extensions.Options.IOptionsMonitor<PaymentSdkOptions> options, IHttpClientFactory clients, CancellationToken pageLeft)
    {
        using var question = new HttpRequestMessage(HttpMethod.Options, ConfirmAddress(options.CurrentValue));
        question.Headers.TryAddWithoutValidation("Origin", page.Headers.Origin.ToString());
        question.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "POST");
        question.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "content-type");
        var asked = Exchange.RequestHeaders(name => Find(question.Headers, name));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(pageLeft);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(nameof(ApiPreflight));
            using var answer = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new Exchange("OPTIONS", asked, (int)answer.StatusCode, Exchange.ResponseHeaders(name => Find(answer.Headers, name)), "", HandlerRan: false);
        }
        catch (Exception exception) when (exception is HttpRequestException || exception is OperationCanceledException && !pageLeft.IsCancellationRequested)
        {
            return new Exchange("OPTIONS", asked, 0, [], "", HandlerRan: false);
        }
    }

    private static string? Find(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
