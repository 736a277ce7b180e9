using PaymentSdk.Api;
using static PaymentSdk.Tests.Client.Resources.OperationRow;
using static PaymentSdk.Tests.Client.Resources.Operations;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Sellers and payouts, v2 (docs/spec/payment-api.md §2.9).</summary>
internal static class PayoutRows
{
    private static readonly string[] Required = ["id", "status"];

    private static readonly SellerCompany Company = new()
    {
        Name = "n",
        RepresentativeName = "r",
        BusinessRegistrationNumber = "1234567890",
        Email = "e@x.kr",
        Phone = "0212345678",
    };

    private static readonly SellerIndividual Individual = new() { Name = "n", Email = "e@x.kr", Phone = "01012345678" };

    private static readonly SellerAccount Account = new() { BankCode = BankCode.From("092"), AccountNumber = "110123456789", HolderName = "h" };

    private const string Parts = """
        "company":{"name":"n","representativeName":"r","businessRegistrationNumber":"1234567890","email":"e@x.kr","phone":"0212345678"},
        "individual":{"name":"n","email":"e@x.kr","phone":"01012345678"},"account":{"bankCode":"092","accountNumber":"110123456789","holderName":"h"},"metadata":{"k":"v"}
        """;

    public static IReadOnlyList<OperationRow> Rows { get; } =
    [
        new()
        {
            Method = "Payouts.GetBalanceAsync",
            Call = client => ResultAsync(client.Payouts.GetBalanceAsync()),
            Line = "GET /v2/balances",
            Answer = Golden.Entity("""{"pendingAmount":{"currency":"KRW","value":1000.0},"availableAmount":{"currency":"KRW","value":5000}}""", "balance"),
            Part = "entityBody",
            Required = ["availableAmount"],
        },
        new()
        {
            Method = "Sellers.CreateAsync",
            Call = client => ResultAsync(client.Sellers.CreateAsync(new SellerRequest
            {
                RefSellerId = "shop-1",
                BusinessType = BusinessType.Corporate,
                Company = Company,
                Individual = Individual,
                Account = Account,
                Metadata = new Dictionary<string, string> { ["k"] = "v" },
                IdempotencyKey = Key,
            })),
            Line = "POST /v2/sellers",
            Body = "{\"refSellerId\":\"shop-1\",\"businessType\":\"CORPORATE\"," + Parts + "}",
            Key = "key-1",
            IsSealed = true,
            Answer = Golden.Entity(Golden.Seller, "seller"),
            Part = "entityBody",
            Required = Required,
            Compared = ["refSellerId"],
        },
        new()
        {
            Method = "Sellers.GetAsync",
            Call = client => ResultAsync(client.Sellers.GetAsync("seller/1")),
            Line = "GET /v2/sellers/seller%2F1",
            Answer = Golden.Entity(Golden.Seller, "seller"),
            Part = "entityBody",
            Required = Required,
        },
        new()
        {
            Method = "Sellers.ListAsync",
            Call = client => FirstAsync(client.Sellers.ListAsync(10, "seller-0")),
            Line = "GET /v2/sellers?limit=10&startingAfter=seller-0",
            Answer = Golden.EntityList(Golden.Seller),
            Part = "entityBody.items.0",
            Required = Required,
        },
        new()
        {
            Method = "Sellers.UpdateAsync",
            Call = client => ResultAsync(client.Sellers.UpdateAsync("seller-1", new SellerUpdate
            {
                Company = Company,
                Individual = Individual,
                Account = Account,
                Removed = ["metadata"],
                IdempotencyKey = Key,
            })),
            Line = "POST /v2/sellers/seller-1",
            Body = "{" + Parts.Replace("{\"k\":\"v\"}", "null") + "}",
            Key = "key-1",
            IsSealed = true,
            Answer = Golden.Entity(Golden.Seller, "seller"),
            Part = "entityBody",
            Required = Required,
            Compared = ["id"],
        },
        new()
        {
            Method = "Sellers.DeleteAsync",
            Call = client => ResultAsync(client.Sellers.DeleteAsync("seller-1")),
            Line = "DELETE /v2/sellers/seller-1",
            Answer = Golden.Entity("""{"id":"seller-1","refSellerId":"shop-1"}""", "deleted-entity"),
            Part = "entityBody",
            Required = ["id"],
        },
        new()
        {
            Method = "Payouts.RequestAsync",
            Call = async client => Assert.Single(await client.Payouts.RequestAsync(
            [
                new PayoutRequest
                {
                    RefPayoutId = "pay-1",
                    Destination = "seller-1",
                    ScheduleType = PayoutSchedule.Scheduled,
                    PayoutDate = new DateOnly(2026, 12, 1),
                    Amount = Money.Krw(5000),
                    TransactionDescription = "정산",
                    Metadata = new Dictionary<string, string> { ["k"] = "v" },
                },
            ], Key)),
            Line = "POST /v2/payouts",
            Body = """
                [{"refPayoutId":"pay-1","destination":"seller-1","scheduleType":"SCHEDULED","payoutDate":"2026-12-01","amount":{"currency":"KRW","value":5000},
                  "transactionDescription":"정산","metadata":{"k":"v"}}]
                """,
            Key = "key-1",
            IsSealed = true,
            Answer = Golden.EntityList(Golden.Payout),
            Part = "entityBody.items.0",
            Required = Required,
            Compared = ["refPayoutId", "destination", "amount"],
        },
        new()
        {
            Method = "Payouts.CancelAsync",
            Call = client => ResultAsync(client.Payouts.CancelAsync("FPA_1", Key)),
            Line = "POST /v2/payouts/FPA_1/cancel",
            SendsEmptyBody = true,
            Key = "key-1",
            Answer = Golden.Entity(Golden.Payout, "payout"),
            Part = "entityBody",
            Required = Required,
            Compared = ["id"],
        },
        new()
        {
            Method = "Payouts.GetAsync",
            Call = client => ResultAsync(client.Payouts.GetAsync("FPA_1")),
            Line = "GET /v2/payouts/FPA_1",
            Answer = Golden.Entity(Golden.Payout, "payout"),
            Part = "entityBody",
            Required = Required,
            Compared = ["id"],
        },
        new()
        {
            Method = "Payouts.ListAsync",
            Call = client => FirstAsync(client.Payouts.ListAsync(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31), 50, "FPA_0")),
            Line = "GET /v2/payouts?limit=50&startingAfter=FPA_0&payoutDateGte=2026-12-01&payoutDateLte=2026-12-31",
            Answer = Golden.EntityList(Golden.Payout),
            Part = "entityBody.items.0",
            Required = Required,
        },
    ];
}
