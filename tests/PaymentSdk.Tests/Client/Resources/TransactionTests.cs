using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>The transactions resource, called over a socket (docs/spec/payment-api.md §2.3, §3.6).</summary>
public sealed class TransactionTests
{
    private static readonly TransactionRange Day = TransactionRange.OfDay(new DateOnly(2026, 11, 22));

    [Fact]
    public async Task A_day_is_a_korean_day_and_its_last_second_belongs_to_it()
    {
        await using var server = RawServer.Always(200, $"[{Row("t1", "2026-11-22T00:00:00+09:00")},{Row("t2", "2026-11-22T23:59:59+09:00")},{Row("t3", "2026-11-23T00:00:00+09:00")}]");
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.Transactions.ListAsync(Day));

        var request = Assert.Single(server.Requests);
        Assert.Equal("GET /v1/transactions?startDate=2026-11-22T00%3A00%3A00&endDate=2026-11-23T00%3A00%3A00&limit=1000 HTTP/1.1", request.Line);
        Assert.Equal("", request.Body);
        Assert.Null(request.Key);
        Assert.Equal(["t1", "t2"], rows.Select(row => row.TransactionKey));
    }

    [Fact]
    public async Task A_range_of_moments_is_requested_in_korean_time_and_whole_seconds()
    {
        await using var server = RawServer.Always(200, "[]");
        await using var shop = new Shop(server.Address);
        var range = new TransactionRange(DateTimeOffset.Parse("2026-11-21T15:00:00.7Z"), DateTimeOffset.Parse("2026-11-21T15:00:01.2Z"));

        Assert.Empty(await ReadAsync(shop.Client.Transactions.ListAsync(range, 5000, "t=0")));

        Assert.Equal(
            "GET /v1/transactions?startDate=2026-11-22T00%3A00%3A00&endDate=2026-11-22T00%3A00%3A02&startingAfter=t%3D0&limit=5000 HTTP/1.1",
            server.Requests[0].Line);
    }

    [Fact]
    public async Task Each_page_begins_behind_the_last_row_of_the_one_before_and_a_page_that_is_not_full_is_the_last()
    {
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, n switch
        {
            1 => $"[{Row("t1")},{Row("t2", "2026-11-21T23:59:59+09:00")}]",
            2 => $"[{Row("t3")},{Row("t4")}]",
            _ => "[]",
        }));
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.Transactions.ListAsync(Day, 2));

        Assert.Equal(["t1", "t3", "t4"], rows.Select(row => row.TransactionKey));
        Assert.Equal(["", "t2", "t4"], server.Requests.Select(request => request.Line.Contains("startingAfter=", StringComparison.Ordinal)
            ? request.Line.Split("startingAfter=")[1].Split('&')[0] : ""));
    }

    [Fact]
    public async Task The_next_page_is_requested_only_when_it_is_read()
    {
        await using var server = RawServer.Always(200, $"[{Row("t1")},{Row("t2")}]");
        await using var shop = new Shop(server.Address);

        await foreach (var row in shop.Client.Transactions.ListAsync(Day, 2, cancellationToken: TestContext.Current.CancellationToken))
        {
            if (row.TransactionKey == "t2")
                break;
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_page_that_fails_is_requested_again()
    {
        await using var server = new RawServer((connection, n) => n == 1 ? connection.SendAsync(500, "") : connection.SendAsync(200, $"[{Row("t1")}]"));
        await using var shop = new Shop(server.Address);

        Assert.Single(await ReadAsync(shop.Client.Transactions.ListAsync(Day)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_that_repeats_a_page_ends_the_listing_with_an_exception()
    {
        await using var server = RawServer.Always(200, $"[{Row("t1")},{Row("t2")}]");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => ReadAsync(shop.Client.Transactions.ListAsync(Day, 2)));

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Contains("the same page twice", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_row_is_read_whole_and_unknown_members_are_kept()
    {
        await using var server = RawServer.Always(200, """
            [{"mId":"tosspayments","transactionKey":"t1","paymentKey":"tviva_fake","orderId":"order-0001","method":"가상계좌","customerKey":"c-1","useEscrow":false,
              "receiptUrl":"https://receipt.example/1","status":"PARTIAL_CANCELED","transactionAt":"2026-11-22T12:00:00+09:00","currency":"USD","amount":10.5,"next":{"a":1}},
             {"transactionKey":"t2","paymentKey":"tviva_fake","orderId":"order-0001","method":null,"customerKey":null,"useEscrow":null,"receiptUrl":null,"mId":null,
              "status":"STATUS_OF_NEXT_YEAR","transactionAt":"2026-11-22T12:00:00","currency":null,"amount":"-5000"},
             {"transactionKey":"t3","paymentKey":"tviva_fake","orderId":"order-0001","status":"DONE","amount":1}]
            """);
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.Transactions.ListAsync(Day));

        var row = rows[0];
        var moment = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(("tosspayments", "t1", "tviva_fake", "order-0001"), (row.MId, row.TransactionKey, row.PaymentKey.Value, row.OrderId.Value));
        Assert.Equal((PaymentMethod.VirtualAccount, "c-1", false, "https://receipt.example/1"), (row.Method, row.CustomerKey, row.UseEscrow, row.ReceiptUrl));
        Assert.Equal((PaymentStatus.PartialCanceled, moment, Currency.Usd, 10.5m), (row.Status, row.TransactionAt, row.Currency, row.Amount));
        Assert.Equal(1, row.AdditionalMembers["next"].GetProperty("a").GetInt32());
        Assert.Equal(("STATUS_OF_NEXT_YEAR", moment, Currency.Krw, -5000m), (rows[1].Status.Value, rows[1].TransactionAt, rows[1].Currency, rows[1].Amount));
        Assert.Equal((null, null, null), (rows[2].TransactionAt, rows[2].Method, rows[2].CustomerKey));
        Assert.DoesNotContain("c-1", row.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "it is not a JSON array")]
    [InlineData("""[{"transactionKey":"t"}]""", "it has no paymentKey, orderId, status, amount")]
    [InlineData("""[7]""", "it is not a JSON object")]
    public async Task An_answer_that_is_not_a_list_of_transactions_is_an_exception(string body, string reason)
    {
        await using var server = RawServer.Always(200, body);
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => ReadAsync(shop.Client.Transactions.ListAsync(Day)));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_five_thousand_long_rows_is_read()
    {
        await using var server = RawServer.Always(200, $"[{string.Join(',', Enumerable.Range(0, 4999).Select(n => Row($"t{n}", receipt: new string('r', 500))))}]");
        await using var shop = new Shop(server.Address);

        Assert.Equal(4999, (await ReadAsync(shop.Client.Transactions.ListAsync(Day, 5000))).Count);
    }

    [Fact]
    public void A_request_that_the_API_would_refuse_is_refused_at_once()
    {
        var client = new Shop("http://127.0.0.1:1").Client.Transactions;
        var now = DateTimeOffset.UnixEpoch;

        Assert.Contains("Until must be after From", Assert.Throws<ArgumentException>(() => client.ListAsync(new TransactionRange(now, now))).Message);
        Assert.Contains("from 1 to 5000", Assert.Throws<ArgumentOutOfRangeException>(() => client.ListAsync(Day, 5001)).Message);
        Assert.Contains("from 1 to 5000", Assert.Throws<ArgumentOutOfRangeException>(() => client.ListAsync(Day, 0)).Message);
    }

    [Fact]
    public async Task The_token_of_the_loop_ends_a_page_that_does_not_come()
    {
        await using var server = new RawServer((connection, _) => connection.StayAsync());
        await using var shop = new Shop(server.Address);
        using var stop = new CancellationTokenSource();

        var listing = Task.Run(async () =>
        {
            await foreach (var _ in shop.Client.Transactions.ListAsync(Day).WithCancellation(stop.Token))
            {
            }
        });
        while (server.Requests.Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
    }

    private static string Row(string key, string at = "2026-11-22T12:00:00+09:00", string receipt = "r") =>
        $$"""{"transactionKey":"{{key}}","paymentKey":"tviva_fake","orderId":"order-0001","status":"DONE","amount":15000,"currency":"KRW","transactionAt":"{{at}}","receiptUrl":"{{receipt}}"}""";

    private static async Task<List<Transaction>> ReadAsync(IAsyncEnumerable<Transaction> rows)
    {
        var read = new List<Transaction>();
        await foreach (var row in rows.WithCancellation(TestContext.Current.CancellationToken))
            read.Add(row);
        return read;
    }
}
