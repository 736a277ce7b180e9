using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Paged lists (docs/spec/payment-api.md §2.3, §2.4, §2.9).</summary>
public sealed class ListingTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task Settlements_are_requested_page_by_page_until_one_is_not_full()
    {
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, n switch { 1 => $"[{Settlement("t1")},{Settlement("t2")}]", _ => $"[{Settlement("t3")}]" }));
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.Settlements.ListAsync(Day, Day, pageSize: 2));

        Assert.Equal(["t1", "t2", "t3"], rows.Select(row => row.TransactionKey));
        Assert.Equal(
            ["GET /v1/settlements?startDate=2026-11-22&endDate=2026-11-22&page=1&size=2 HTTP/1.1", "GET /v1/settlements?startDate=2026-11-22&endDate=2026-11-22&page=2&size=2 HTTP/1.1"],
            server.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Settlements_that_repeat_end_with_an_exception()
    {
        await using var server = RawServer.Always(200, $"[{Settlement("t1")}]");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => ReadAsync(shop.Client.Settlements.ListAsync(Day, Day, pageSize: 1)));

        Assert.Contains("the same page twice", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"supplyAmount\":300")]
    [InlineData("\"suppliedAmount\":300")]
    public async Task The_fee_base_is_found_under_either_name(string member)
    {
        await using var server = RawServer.Always(200, $"[{Settlement("t1").Replace("\"amount\":1", "\"amount\":1," + member, StringComparison.Ordinal)}]");
        await using var shop = new Shop(server.Address);

        Assert.Equal(300m, Assert.Single(await ReadAsync(shop.Client.Settlements.ListAsync(Day, Day))).SupplyAmount);
    }

    [Fact]
    public async Task A_manual_settlement_that_is_not_accepted_is_an_exception()
    {
        await using var server = RawServer.Always(200, """{"result":false}""");
        await using var shop = new Shop(server.Address);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.Client.Settlements.RequestAsync(Shop.Key, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("it does not say \"result\": true", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cash_receipts_follow_the_cursor_while_more_come()
    {
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, n == 1
            ? """{"hasNext":true,"lastCursor":41,"data":[{"receiptKey":"r1"}]}"""
            : """{"hasNext":false,"lastCursor":42,"data":[{"receiptKey":"r2"}]}"""));
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.CashReceipts.ListAsync(Day, 1));

        Assert.Equal(["r1", "r2"], rows.Select(row => row.ReceiptKey));
        Assert.Equal(
            ["GET /v1/cash-receipts?requestDate=2026-11-22&limit=1 HTTP/1.1", "GET /v1/cash-receipts?requestDate=2026-11-22&cursor=41&limit=1 HTTP/1.1"],
            server.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task Sellers_and_payouts_begin_behind_the_last_row_while_more_come()
    {
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, n switch
        {
            1 => """{"entityBody":{"hasNext":true,"lastCursor":"cursor-1","items":[{"id":"a","status":"APPROVED"}]}}""",
            2 => """{"entityBody":{"hasNext":true,"items":[{"id":"b","status":"APPROVED"}]}}""",
            _ => """{"entityBody":{"hasNext":false,"items":[]}}""",
        }));
        await using var shop = new Shop(server.Address);

        Assert.Equal(["a", "b"], (await ReadAsync(shop.Client.Sellers.ListAsync(1))).Select(seller => seller.Id));
        Assert.Empty(await ReadAsync(shop.Client.Payouts.ListAsync()));

        Assert.Equal(
            ["/v2/sellers?limit=1", "/v2/sellers?limit=1&startingAfter=cursor-1", "/v2/sellers?limit=1&startingAfter=b", "/v2/payouts?limit=1000"],
            server.Requests.Select(request => request.Line.Split(' ')[1]));
    }

    [Fact]
    public async Task Settlement_rows_of_live_shops_have_one_fee_and_may_lack_its_parts_and_their_key()
    {
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, n > 2 ? "[]" :
            $$"""[{"mId":"tosspayments","paymentKey":"k{{n}}","orderId":"order-0001","method":"카드","amount":15000,"fee":"330","supplyAmount":300,"vat":30,"payOutAmount":14670}]"""));
        await using var shop = new Shop(server.Address);

        var rows = await ReadAsync(shop.Client.Settlements.ListAsync(new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 22), pageSize: 1));

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((330m, 14_670m, null, null), (row.Fee, row.PayOutAmount, row.Fees, row.TransactionKey)));
        Assert.All(rows, row => Assert.Empty(row.AdditionalMembers));
    }

    [Fact]
    public async Task An_account_key_alone_requests_a_fixed_account()
    {
        await using var server = RawServer.Always(200, """{"paymentKey":"k","orderId":"order-0001","status":"WAITING_FOR_DEPOSIT","totalAmount":15000,"virtualAccount":{"accountType":"고정","accountNumber":"1","depositorName":null}}""");
        await using var shop = new Shop(server.Address);

        var payment = await shop.Client.VirtualAccounts.IssueAsync(
            new VirtualAccountRequest { Amount = 15000, OrderId = Shop.Order, OrderName = "사과", CustomerName = "박토스", Bank = BankCode.From("국민"), AccountKey = "key-1" },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(VirtualAccountType.Fixed, payment.VirtualAccount!.AccountType);
        Assert.Contains("\"accountKey\":\"key-1\"", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("accountType", server.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_promotion_may_come_as_itself_and_an_old_version_calls_the_issuer_company()
    {
        await using var server = RawServer.Always(200, """{"payType":"NORMAL","type":"CARD_POINT","cardPoint":{"companyCode":"61","dueDate":"2026-12-31"}}""");
        await using var shop = new Shop(server.Address);

        var promotion = Assert.Single(await shop.Client.Promotions.ListAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((PromotionType.CardPoint, "61", new DateOnly(2026, 12, 31)), (promotion.Type, promotion.CardPoint!.IssuerCode?.Value, promotion.CardPoint.DueDate));
    }

    private static string Settlement(string key) => $$"""{"paymentKey":"k","transactionKey":"{{key}}","orderId":"order-0001","amount":1}""";

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var read = new List<T>();
        await foreach (var row in rows.WithCancellation(TestContext.Current.CancellationToken))
            read.Add(row);
        return read;
    }
}
