using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>What the API would refuse anyway is refused before it is sent; the message names field and rule and repeats no value.</summary>
public sealed class RuleTests
{
    private static readonly VirtualAccountRequest Account = new() { Amount = 1, OrderId = Shop.Order, OrderName = "n", CustomerName = "c", Bank = BankCode.KbKookmin };

    private static readonly KeyInRequest KeyIn = new()
    {
        Amount = 1,
        OrderId = Shop.Order,
        OrderName = "n",
        CardNumber = "4330000000000001",
        CardExpirationYear = "30",
        CardExpirationMonth = "12",
        CustomerIdentityNumber = "900101",
        IdempotencyKey = Operations.Key,
    };

    private static readonly BillingApproveRequest Approve = new()
    {
        Amount = 1,
        CustomerKey = Operations.Customer,
        OrderId = Shop.Order,
        OrderName = "n",
        IdempotencyKey = Operations.Key,
    };

    private static readonly PayoutRequest Payout = new()
    {
        RefPayoutId = "p",
        Destination = "s",
        ScheduleType = PayoutSchedule.Express,
        Amount = Money.Krw(1),
        TransactionDescription = "d",
    };

    private static readonly Dictionary<string, (Func<IPaymentClient, Task> Call, string Rule)> Table = new()
    {
        ["no amount"] = (client => client.VirtualAccounts.IssueAsync(Account with { Amount = 0 }), "Amount must be more than 0."),
        ["no order id"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderId = default }), "OrderId is empty."),
        ["no name of the order"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderName = " " }), "OrderName must have 1 to 100 characters."),
        ["a long name of the order"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderName = new string('n', 101) }), "OrderName must have 1 to 100 characters."),
        ["no bank"] = (client => client.VirtualAccounts.IssueAsync(Account with { Bank = default }), "Bank is empty."),
        ["hours and a due date"] = (client => client.VirtualAccounts.IssueAsync(Account with { ValidHours = 1, DueDate = DateTimeOffset.UnixEpoch }), "ValidHours and DueDate exclude each other"),
        ["too many hours"] = (client => client.VirtualAccounts.IssueAsync(Account with { ValidHours = 2161 }), "ValidHours must be a number from 1 to 2160."),
        ["a phone with dashes"] = (client => client.VirtualAccounts.IssueAsync(Account with { CustomerMobilePhone = "010-1234-5678" }), "CustomerMobilePhone must be 8 to 15 digits."),
        ["a card number with spaces"] = (client => client.Payments.KeyInAsync(KeyIn with { CardNumber = "4330 0000" }), "CardNumber must be 1 to 20 digits."),
        ["a year of four digits"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationYear = "2030" }), "CardExpirationYear must be 2 digits."),
        ["month 13"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationMonth = "13" }), "CardExpirationMonth must be 01 to 12."),
        ["month 00"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationMonth = "00" }), "CardExpirationMonth must be 01 to 12."),
        ["a birth date of 8 digits"] = (client => client.Payments.KeyInAsync(KeyIn with { CustomerIdentityNumber = "19900101" }), "CustomerIdentityNumber must be a birth date of 6 digits or a business number of 10 digits."),
        ["a whole password"] = (client => client.Payments.KeyInAsync(KeyIn with { CardPassword = "1234" }), "CardPassword must be 2 digits."),
        ["one month"] = (client => client.Payments.KeyInAsync(KeyIn with { CardInstallmentPlan = 1 }), "CardInstallmentPlan must be 0 or 2 to 12."),
        ["no idempotency key"] = (client => client.Payments.KeyInAsync(KeyIn with { IdempotencyKey = default }), "IdempotencyKey is empty."),
        ["no billing key"] = (client => client.Billing.ApproveAsync(default, Approve), "billingKey is empty."),
        ["no customer key"] = (client => client.Billing.ApproveAsync(BillingKey.Parse("b"), Approve with { CustomerKey = default }), "CustomerKey is empty."),
        ["a negative tax-free part"] = (client => client.Billing.ApproveAsync(BillingKey.Parse("b"), Approve with { TaxFreeAmount = -1 }), "TaxFreeAmount must not be negative."),
        ["a long auth key"] = (client => client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = new string('a', 301), CustomerKey = Operations.Customer }), "AuthKey must have 1 to 300 characters."),
        ["three scopes"] = (client => client.BrandPay.GetTermsAsync(Operations.Customer, [BrandPayScope.Register, BrandPayScope.Card, BrandPayScope.Account]), "Scope has one or two items"),
        ["neither code nor refresh token"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Operations.Customer }), "Code and RefreshToken exclude each other: set exactly one"),
        ["no payouts"] = (client => client.Payouts.RequestAsync([], Operations.Key), "at least one row"),
        ["two payouts of one id"] = (client => client.Payouts.RequestAsync([Payout, Payout], Operations.Key), "RefPayoutId must be different in each row"),
        ["a scheduled payout without a day"] = (client => client.Payouts.RequestAsync([Payout with { ScheduleType = PayoutSchedule.Scheduled }], Operations.Key), "PayoutDate must be set for a scheduled payout"),
        ["a day of an express payout"] = (client => client.Payouts.RequestAsync([Payout with { PayoutDate = new DateOnly(2026, 12, 1) }], Operations.Key), "PayoutDate must be set for a scheduled payout"),
        ["a payout in dollars"] = (client => client.Payouts.RequestAsync([Payout with { Amount = new Money(1, Currency.Usd) }], Operations.Key), "Amount must be in KRW"),
        ["a long description"] = (client => client.Payouts.RequestAsync([Payout with { TransactionDescription = "12345678" }], Operations.Key), "TransactionDescription must have 1 to 7 characters."),
        ["six pairs"] = (client => client.Payouts.RequestAsync([Payout with { Metadata = Enumerable.Range(0, 6).ToDictionary(n => $"k{n}", _ => "v") }], Operations.Key), "Metadata must have at most 5 pairs."),
        ["no receipt key"] = (client => client.CashReceipts.CancelAsync("", new CashReceiptCancelRequest()), "receiptKey must have 1 to 200 characters."),
        ["a short refund id"] = (client => client.Payments.CancelAsync(Shop.Key, new CancelRequest { CancelReason = "r", IdempotencyKey = Operations.Key, CancelRequestId = "a b" }), "CancelRequestId must have 6 to 64 characters"),
    };

    public static TheoryData<string> Faults => new(Table.Keys);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_request_that_could_only_be_refused_is_not_sent(string fault)
    {
        var (call, rule) = Table[fault];
        await using var server = RawServer.Always(200, "{}");
        await using var shop = new Shop(server.Address, settings: options => options.SecurityKeys.Add(OperationWire.SecurityKey));

        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(shop.Client));

        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
        foreach (var value in new[] { "4330", "2030", "19900101", "1234", "010-1234", "nnnn", "aaaa" })
            Assert.DoesNotContain(value, refusal.Message.Replace("Parameter", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
