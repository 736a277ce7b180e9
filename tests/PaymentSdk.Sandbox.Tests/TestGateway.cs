using System.Net.Http.Headers;
using System.Text;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>A gateway on its own port, and a plain HTTP client that sends JSON which the tests write themselves.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public const string SecretKey = "test_gsk_fake_shop";
    public const string ClientKey = "test_gck_fake_shop";
    public const string OrderId = "order-000001";

    private TestGateway(SandboxGateway gateway)
    {
        Gateway = gateway;
        Http = new HttpClient { BaseAddress = gateway.Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public SandboxGateway Gateway { get; }

    public HttpClient Http { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestGateway> StartAsync(Action<SandboxOptions>? configure = null) =>
        new(await SandboxGateway.StartAsync(configure, Token));

    public static string Basic(string user) => Convert.ToBase64String(Encoding.UTF8.GetBytes(user));

    /// <summary>Creates a payment that a buyer authenticated, by default of 15,000 KRW, and returns its payment key.</summary>
    public string Authenticate(string orderId = OrderId, string method = "CARD", decimal amount = 15_000, string? confirmFailure = null) =>
        Gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, amount) { Method = method, ConfirmFailure = confirmFailure });

    public Task<Answer> ConfirmAsync(string paymentKey, string orderId = OrderId, string amount = "15000", string? key = null) =>
        PostAsync("/v1/payments/confirm", $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","amount":{{amount}}}""", key);

    /// <summary>Pays 15,000 KRW and returns the payment key.</summary>
    public async Task<string> PayAsync(string orderId = OrderId, string method = "CARD")
    {
        var paymentKey = Authenticate(orderId, method);
        Assert.Equal(200, (await ConfirmAsync(paymentKey, orderId)).Status);
        return paymentKey;
    }

    public Task<Answer> CancelAsync(string paymentKey, string body, string? key = null) =>
        PostAsync($"/v1/payments/{paymentKey}/cancel", body, key);

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> GetPaymentAsync(string paymentKey) => GetAsync($"/v1/payments/{paymentKey}");

    public Task<Answer> PostAsync(string path, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.Contains("Authorization"))
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Basic($"{SecretKey}:"));
        using var response = await Http.SendAsync(request, Token);
        return await Answer.OfAsync(response);
    }

    /// <summary>Calls a control of the gateway.</summary>
    public async Task<Answer> ControlAsync(HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Json(body) };
        using var response = await Http.SendAsync(request, Token);
        return await Answer.OfAsync(response);
    }

    public SandboxPayment Payment(string paymentKey) => Gateway.ReadPayments().Single(payment => payment.PaymentKey == paymentKey);

    public string[] Operations(string paymentKey) => [.. Payment(paymentKey).Executions.Select(execution => execution.Operation)];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Gateway.DisposeAsync();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
