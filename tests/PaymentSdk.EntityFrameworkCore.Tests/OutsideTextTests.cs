using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Received texts that a database or a column cannot store do not stop a payment, a webhook or a reconciliation.</summary>
public sealed class OutsideTextTests(PostgresDatabases databases) : IDisposable
{
    private const string Odd = "카드\\u0000\\ud83d";

    private static readonly string LongKey = new('k', 300);

    private readonly TemporaryDatabase _file = new();
    private readonly List<string> _orders = [];
    private string _listed = "[]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddMinutes(-30).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Sqlite", "\\u0000")]
    [InlineData("Sqlite", "long")]
    [InlineData("PostgreSql", "\\u0000")]
    [InlineData("PostgreSql", "\\ud800")]
    [InlineData("PostgreSql", "long")]
    public async Task An_approved_payment_is_recorded_and_reconciled_without_discrepancy_whatever_its_texts(string database, string kind)
    {
        var key = kind == "long" ? LongKey : $"key{kind}";
        await using var gateway = new LoopbackHttp(ask => Answer(ask, key));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        var orderId = await shop.OpenAsync();
        _orders.Add(orderId.Value);

        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, "tviva_odd"));

        var attempt = (await shop.Ledger.FindAsync("", orderId, Ct))!.Attempt;
        Assert.Equal(AttemptState.Approved, attempt.State);
        Assert.DoesNotContain('\0', attempt.Method!);
        var isStored = kind == "\\ud800";
        Assert.Equal(isStored ? "key\\ud800" : attempt.LastTransactionKey, attempt.LastTransactionKey);
        Assert.True(isStored || attempt.LastTransactionKey!.StartsWith("sha256-", StringComparison.Ordinal), attempt.LastTransactionKey);
        Assert.Null(attempt.ReceiptUrl);

        _listed = $"[{Row(key, orderId.Value, "tviva_odd")}]";
        var report = await ReconcileAsync(shop);
        Assert.Empty(report.Breaks);
        var line = Assert.Single(await shop.Ledger.ReadMovementsAsync("", DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddYears(1), Ct));
        Assert.Equal((attempt.LastTransactionKey, 15_000m), (line.TransactionKey, line.Amount.Value));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task An_unknown_movement_is_a_discrepancy_whatever_its_texts_and_remains_the_same_one(string database)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        // The list contains the same money movement twice, which is one discrepancy.
        _listed = $"[{Row(LongKey, Odd + LongKey, Odd + LongKey)},{Row(LongKey, Odd + LongKey, Odd + LongKey)},{Row(Odd, "1", "\\ud83d")}]";

        var first = await ReconcileAsync(shop);
        var second = await ReconcileAsync(shop);

        Assert.Equal(2, first.Breaks.Count);
        Assert.Equal(first.Breaks.Select(found => (found.TransactionKey, found.OpenedAt)), second.Breaks.Select(found => (found.TransactionKey, found.OpenedAt)));
        var reconciliation = shop.Services.GetRequiredService<IReconciliation>();
        await Assert.ThrowsAsync<ArgumentException>(() => reconciliation.AssignAsync(first.Breaks[0].TransactionKey, "clerk\ud800", Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => reconciliation.CloseAsync(first.Breaks[0].TransactionKey, "clerk", "seen\0", Ct));
        Assert.True(await reconciliation.AssignAsync(first.Breaks[0].TransactionKey, "점원 \ud83d\ude00", Ct));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_webhook_is_stored_whatever_its_texts(string database)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        var connection = await ConnectionAsync(database);
        await using var app = await StartAsync(gateway.Address, connection);
        using var sender = new HttpClient(new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = new Uri(app.Urls.First()) };
        var checkout = app.Services.GetRequiredService<ICheckout>();
        var ledger = app.Services.GetRequiredService<IOrderLedger>();
        string[] members = [$"\"method\":\"{Odd}\"", "\"receipt\":{\"url\":\"\\u0000\"}", $"\"lastTransactionKey\":\"{LongKey}\"", "\"dueDate\":\"0001-01-01\",\"requestedAt\":\"9999-12-31T23:59:59Z\"", "\"cancels\":[null]", $"\"{Odd}\":\"{Odd}\"", $"\"secret\":\"{Odd}\""];
        foreach (var member in members)
        {
            var orderId = ShopHost.Opened(await checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과 한 상자" }, Ct)).Value;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/payments/webhooks")
            {
                Content = new StringContent(
                    $$"""{"eventType":"PAYMENT_STATUS_CHANGED","createdAt":"0001-01-01T00:00:00","data":{"paymentKey":"tviva_odd","orderId":"{{orderId}}","status":"DONE","totalAmount":15000,{{member}} } }""",
                    Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("tosspayments-webhook-transmission-id", "id\u00ff");

            using var answer = await sender.SendAsync(request, Ct);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Until.TrueAsync(
                async () => (await ledger.FindAsync("", OrderId.Parse(orderId), Ct))!.Attempt.Notification is not null || (await ledger.ReadStatisticsAsync("", Ct)).WaitingWebhooks == 0,
                () => $"the webhook with {member} is not handled");
        }

        Assert.Equal(members.Length, await CountAsync(database, connection));
    }

    [Theory]
    [InlineData("Sqlite", "a\0b")]
    [InlineData("Sqlite", "{\"a\":1}")]
    [InlineData("PostgreSql", "a\0b")]
    [InlineData("PostgreSql", "주문 1")]
    public async Task An_invalid_order_id_belongs_to_no_order_in_any_query(string database, string text)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        var orderId = OfBody<OrderId>(text);

        Assert.Null(await shop.Checkout.FindAsync(orderId, Ct));
        Assert.IsType<OpenOutcome.NotFound>(await shop.Checkout.OpenAgainAsync(orderId, Ct));
        Assert.IsType<ConfirmOutcome.NotFound>(await shop.Checkout.ConfirmAsync(new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse("tviva_odd") }, Ct));
        Assert.IsType<RefundOutcome.NotFound>(await shop.Refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r-1"), Reason = "변심" }, Ct));
        Assert.Empty(await shop.Refunds.ListAsync(orderId, Ct));
        Assert.IsType<ReversalOutcome.NotFound>(await shop.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "변심" }, Ct));
        Assert.IsType<ResolveOutcome.NotFound>(await shop.Reviews.ResolveAsync(new ManualResolution { OrderId = orderId, Resolution = ResolutionKind.Approved, Actor = "clerk", Reason = "seen" }, Ct));
    }

    [Theory]
    [InlineData("Sqlite", "결제 1")]
    [InlineData("Sqlite", "long")]
    [InlineData("PostgreSql", "결제 1")]
    [InlineData("PostgreSql", "a\0b")]
    public async Task A_payment_key_that_no_window_gives_is_refused_and_the_order_is_paid_by_the_next_one(string database, string text)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        var orderId = await shop.OpenAsync();
        _orders.Add(orderId.Value);
        var wrong = new PaymentConfirmation { OrderId = orderId, PaymentKey = OfBody<PaymentKey>(text == "long" ? LongKey : text) };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => shop.Checkout.ConfirmAsync(wrong, Ct));

        Assert.StartsWith("A payment key must have ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(PaymentOrderStatus.Open, (await shop.Checkout.FindAsync(orderId, Ct))!.Status);
        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, "tviva_odd"));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_purchase_that_could_not_be_read_again_is_not_opened(string database)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        var good = new NewPurchase { Amount = Money.Krw(15_000), OrderName = "사과 한 상자", CustomerKey = CustomerKey.Parse("buyer"), ResultPage = "/주문/{orderId}" };

        foreach (var (wrong, reported) in new (NewPurchase, string)[]
        {
            (good with { CustomerKey = OfBody<CustomerKey>("구매자 1") }, "A customer key must have only printable ASCII characters"),
            (good with { CustomerKey = OfBody<CustomerKey>("b\0") }, "A customer key must have only printable ASCII characters"),
            (good with { CustomerKey = OfBody<CustomerKey>(LongKey + LongKey) }, "A customer key must have 2 to 300 characters"),
            (good with { CustomerKey = default(CustomerKey) }, "A customer key is required."),
            (good with { PurchaseId = default(PurchaseId) }, "The purchase id is empty."),
            (good with { ResultPage = "/\0" }, "A result page must have "),
            (good with { ResultPage = "/" + new string('x', 2_000) }, "A result page must have "),
            (good with { Amount = new Money(1, Currency.From("WON ")) }, "The amount of a purchase must have "),
            (good with { Amount = new Money(1, Currency.From("\0\0\0")) }, "The amount of a purchase must have "),
            (good with { Amount = Money.Krw(decimal.MaxValue) }, "The amount of a purchase must have "),
        })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => shop.Checkout.OpenAsync(wrong, Ct));
            Assert.StartsWith(reported, refused.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(await shop.Checkout.FindAsync(ShopHost.Opened(await shop.Checkout.OpenAsync(good, Ct)), Ct));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_row_is_read_as_it_was_stored_and_does_not_break_lists_that_contain_it(string database)
    {
        await using var gateway = new LoopbackHttp(ask => Answer(ask, "t"));
        await using var shop = await ShopHost.StartAsync(gateway.Address, await ConnectionAsync(database));
        var (orderId, paymentKey) = (OfBody<OrderId>("주문 1"), OfBody<PaymentKey>("결제 1"));
        var commit = Opened.Purchase(await shop.Ledger.GetTimeAsync(Ct));
        var move = commit.Moves[0];
        commit = commit with
        {
            Purchase = commit.Purchase with { CustomerKey = OfBody<CustomerKey>("구"), LatestAttempt = orderId, LiveAttempt = orderId },
            Moves = [move with { Attempt = move.Attempt with { OrderId = orderId, PaymentKey = paymentKey }, Journal = move.Journal! with { OrderId = orderId, PaymentKey = paymentKey } }],
        };

        Assert.Equal(LedgerCommitResult.Committed, await shop.Ledger.CommitAsync(commit, Ct));

        var found = (await shop.Ledger.FindAsync(Opened.Merchant, orderId, Ct))!;
        Assert.Equal((orderId, paymentKey, "구"), (found.Purchase.LiveAttempt, found.Attempt.PaymentKey, found.Purchase.CustomerKey?.Value));
        Assert.Equal(paymentKey, Assert.Single(await shop.Ledger.ReadJournalAsync(Opened.Merchant, found.Purchase.PurchaseId, Ct)).PaymentKey);
        var due = new List<AttemptSnapshot>();
        foreach (var lane in Enum.GetValues<RecoveryLane>())
            due.AddRange(await shop.Ledger.ClaimDueAsync(Opened.Merchant, lane, 10, TimeSpan.FromMinutes(1), Ct));
        Assert.Equal(orderId, Assert.Single(due).Attempt.OrderId);
    }

    /// <summary>Returns an id as a shop's own endpoint reads it from a body, without validation.</summary>
    private static T OfBody<T>(string text) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(text))!;

    private async Task<string> ConnectionAsync(string database) => database == "Sqlite" ? _file.ConnectionString : await databases.CreateAsync();

    private static async Task<int> CountAsync(string database, string connection)
    {
        await using var context = new RawContext(database, connection);
        return await context.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM payment_inbox").SingleAsync(Ct);
    }

    private static async Task<WebApplication> StartAsync(Uri gateway, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddPaymentSdk(options =>
            {
                options.SecretKey = "test_gsk_fake_shop";
                options.ClientKey = "test_gck_fake_shop";
                options.ApiBaseAddress = gateway.ToString();
                options.Recovery.PollInterval = TimeSpan.FromMilliseconds(50);
                options.Recovery.IdleInterval = TimeSpan.FromMilliseconds(200);
            })
            .AddMerchantOrigins("https://shop.example")
            .AddEntityFrameworkLedger(
                database => _ = connection.StartsWith("Host=", StringComparison.Ordinal) ? database.UseNpgsql(connection) : database.UseSqlite(connection),
                ledger => ledger.MigrateAtStart = true);
        var app = builder.Build();
        app.MapPayments();
        await app.StartAsync(Ct);
        return app;
    }

    private static Task<ReconciliationReport> ReconcileAsync(ShopHost shop)
    {
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).DateTime);
        return shop.Services.GetRequiredService<IReconciliation>().ReconcileAsync(new ReconciliationRange(today.AddDays(-1), today.AddDays(1)), Ct);
    }

    private LoopbackHttp.Answer Answer(LoopbackHttp.Ask ask, string transactionKey)
    {
        var body = ask.Path.StartsWith("/v1/transactions", StringComparison.Ordinal)
            ? Page(ask.Path)
            : $$"""
               {"paymentKey":"tviva_odd","orderId":"{{_orders.FirstOrDefault("order-0001")}}","status":"DONE","method":"{{Odd}}","mId":"{{Odd}}","totalAmount":15000,"balanceAmount":15000,
                "approvedAt":"{{Today}}","lastTransactionKey":"{{transactionKey}}","receipt":{"url":"https://receipt.example/\u0000"},"failure":{"code":"{{Odd}}"},"cancels":[null]}
               """;
        return LoopbackHttp.Answer.Of(200, Encoding.UTF8.GetBytes(body));
    }

    // Each day is requested separately, and all movements are of today.
    private string Page(string path) => path.Contains($"startDate={Uri.EscapeDataString(Today[..10])}", StringComparison.Ordinal) ? _listed : "[]";

    private static string Row(string key, string orderId, string paymentKey) =>
        $$"""{"transactionKey":"{{key}}","paymentKey":"{{paymentKey}}","orderId":"{{orderId}}","status":"DONE","amount":15000,"currency":"KRW","method":"{{Odd}}","mId":"{{Odd}}","transactionAt":"{{Today}}"}""";

    private sealed class RawContext(string database, string connection) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => _ = database == "Sqlite" ? options.UseSqlite(connection) : options.UseNpgsql(connection);
    }
}
