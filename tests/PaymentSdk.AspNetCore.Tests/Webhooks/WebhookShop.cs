using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>A shop that receives webhooks from the gateway, and from anyone who knows the address.</summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    private WebhookShop(PayingShop shop)
    {
        Shop = shop;
        Sender = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 16 }) { BaseAddress = shop.Address, Timeout = TimeSpan.FromMinutes(1) };
    }

    public PayingShop Shop { get; }

    /// <summary>A client without an origin: the gateway, or a stranger.</summary>
    public HttpClient Sender { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="subscribed">Whether the gateway sends its webhooks to this shop.</param>
    /// <param name="second">The name of a second shop in the same host; null for none.</param>
    /// <param name="log">Receives everything that the host logs.</param>
    /// <param name="more">Configures each registration further.</param>
    /// <param name="options">Changes the settings.</param>
    public static async Task<WebhookShop> StartAsync(
        bool subscribed = true, string? second = null, ILoggerProvider? log = null, Action<PaymentSdkBuilder>? more = null, Action<PaymentSdkOptions>? options = null)
    {
        var shop = new WebhookShop(await PayingShop.StartAsync(options, second: second, log: log, more: more));
        if (subscribed)
            shop.Shop.Gateway.SendWebhooksTo(new Uri(shop.Shop.Address, "/payments/webhooks").AbsoluteUri);
        return shop;
    }

    /// <summary>Pays an order by card and returns it with its payment key. Recovery has no more work for it.</summary>
    public async Task<(string OrderId, string PaymentKey)> PaidAsync()
    {
        var orderId = await Shop.OpenAsync();
        var paymentKey = Shop.Authenticate(orderId);
        Assert.Equal(HttpStatusCode.OK, (await Shop.ConfirmAsync(orderId, paymentKey)).StatusCode);
        await Until.TrueAsync(async () => await Shop.StateAsync(orderId) == AttemptState.Approved, () => "the order is not paid");
        return (orderId, paymentKey);
    }

    /// <summary>Creates an order whose virtual account waits for its deposit; recovery queries it again in an hour.</summary>
    public async Task<(string OrderId, string PaymentKey)> AwaitingDepositAsync()
    {
        var orderId = await Shop.OpenAsync();
        var paymentKey = Shop.Authenticate(orderId, "VIRTUAL_ACCOUNT");
        await Shop.ConfirmAsync(orderId, paymentKey);
        await Until.TrueAsync(async () => await Shop.StateAsync(orderId) == AttemptState.AwaitingDeposit, () => "no account is issued");
        return (orderId, paymentKey);
    }

    /// <summary>Returns how often the shop has queried this payment.</summary>
    public int Queries(string paymentKey) =>
        Shop.Gateway.ReadRequests().Count(request => request.Method == "GET" && request.Path == $"/v1/payments/{paymentKey}");

    public Task<HttpResponseMessage> SendAsync(JsonObject body, string prefix = "/payments") => SendAsync(body.ToJsonString(), prefix);

    public Task<HttpResponseMessage> SendAsync(string body, string prefix = "/payments") =>
        Sender.PostAsync($"{prefix}/webhooks", new StringContent(body, Encoding.UTF8, "application/json"), Ct);

    /// <summary>Returns a webhook that anyone who knows an order id and a payment key can write.</summary>
    public static JsonObject StatusChanged(string orderId, string paymentKey, string status, string? secret = null, string? transactionKey = null) => new()
    {
        ["eventType"] = "PAYMENT_STATUS_CHANGED",
        ["createdAt"] = "2026-11-23T09:00:00.000000",
        ["data"] = new JsonObject
        {
            ["paymentKey"] = paymentKey,
            ["orderId"] = orderId,
            ["status"] = status,
            ["totalAmount"] = 15000,
            ["balanceAmount"] = status == "CANCELED" ? 0 : 15000,
            ["secret"] = secret,
            ["lastTransactionKey"] = transactionKey,
            ["customerName"] = "김철수",
        },
    };

    public static JsonObject DepositCallback(string orderId, string status, string secret) => new()
    {
        ["createdAt"] = "2026-11-23T09:00:00.000000",
        ["secret"] = secret,
        ["status"] = status,
        ["transactionKey"] = "9FF15E1A29D0E77C218F57262BFA4986",
        ["orderId"] = orderId,
    };

    /// <summary>Waits until every stored webhook was handled.</summary>
    public Task HandledAsync() => Until.TrueAsync(
        async () => (await Ledger.ReadStatisticsAsync("", Ct)).WaitingWebhooks == 0, () => "some webhooks have not been handled");

    public IOrderLedger Ledger => Shop.Services.GetRequiredKeyedService<IOrderLedger>("");

    /// <summary>Returns the bodies in the inbox table.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync()
    {
        await using var connection = new SqliteConnection(Shop.LedgerConnection);
        await connection.OpenAsync(Ct);
        var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM payment_inbox ORDER BY received_at";
        var kept = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            kept.Add(reader.GetString(0));
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        await Shop.DisposeAsync();
    }
}
