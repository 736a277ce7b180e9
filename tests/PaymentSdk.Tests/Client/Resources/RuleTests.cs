using System.Text.Json;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>
/// A request that the API would refuse is refused before it is sent. The message names the field and the rule, and contains no value.
/// </summary>
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

    private static readonly BillingCardRequest Card = new()
    {
        CustomerKey = Operations.Customer,
        CardNumber = "4330000000000001",
        CardExpirationYear = "30",
        CardExpirationMonth = "12",
        CustomerIdentityNumber = "900101",
    };

    private static readonly BrandPayPaymentRequest Pay = new()
    {
        CustomerKey = Operations.Customer,
        MethodKey = "m",
        Amount = 1,
        OrderId = Shop.Order,
        OrderName = "n",
        IdempotencyKey = Operations.Key,
    };

    private static readonly CashReceiptRequest Receipt = new() { Amount = 1, OrderId = Shop.Order, OrderName = "n", CustomerIdentityNumber = "01000001234", Type = CashReceiptType.IncomeDeduction };

    private static readonly SellerRequest Seller = new() { RefSellerId = "s", BusinessType = BusinessType.Corporate, Account = new SellerAccount() };

    private static readonly Dictionary<string, (Func<IPaymentClient, Task> Call, string Rule)> Table = new()
    {
        ["no amount"] = (client => client.VirtualAccounts.IssueAsync(Account with { Amount = 0 }), "Amount must be more than 0."),
        ["no order id"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderId = default }), "OrderId is empty."),
        ["no order name"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderName = " " }), "OrderName must have 1 to 100 characters."),
        ["a long order name"] = (client => client.VirtualAccounts.IssueAsync(Account with { OrderName = new string('n', 101) }), "OrderName must have 1 to 100 characters."),
        ["no bank"] = (client => client.VirtualAccounts.IssueAsync(Account with { Bank = default }), "Bank is empty."),
        ["hours and a due date"] = (client => client.VirtualAccounts.IssueAsync(Account with { ValidHours = 1, DueDate = DateTimeOffset.UnixEpoch }), "ValidHours and DueDate cannot be combined"),
        ["too many hours"] = (client => client.VirtualAccounts.IssueAsync(Account with { ValidHours = 2161 }), "ValidHours must be a number from 1 to 2160."),
        ["a phone with dashes"] = (client => client.VirtualAccounts.IssueAsync(Account with { CustomerMobilePhone = "010-1234-5678" }), "CustomerMobilePhone must be 8 to 15 digits."),
        ["a card number with spaces"] = (client => client.Payments.KeyInAsync(KeyIn with { CardNumber = "4330 0000" }), "CardNumber must be 1 to 20 digits."),
        ["a year of four digits"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationYear = "2030" }), "CardExpirationYear must be 2 digits."),
        ["month 13"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationMonth = "13" }), "CardExpirationMonth must be 01 to 12."),
        ["month 00"] = (client => client.Payments.KeyInAsync(KeyIn with { CardExpirationMonth = "00" }), "CardExpirationMonth must be 01 to 12."),
        ["a birth date of 8 digits"] = (client => client.Payments.KeyInAsync(KeyIn with { CustomerIdentityNumber = "19900101" }), "CustomerIdentityNumber must be a birth date of 6 digits or a business number of 10 digits."),
        ["a card password of 4 digits"] = (client => client.Payments.KeyInAsync(KeyIn with { CardPassword = "1234" }), "CardPassword must be 2 digits."),
        ["an installment plan of one month"] = (client => client.Payments.KeyInAsync(KeyIn with { CardInstallmentPlan = 1 }), "CardInstallmentPlan must be 0 or 2 to 12."),
        ["no idempotency key"] = (client => client.Payments.KeyInAsync(KeyIn with { IdempotencyKey = default }), "IdempotencyKey is empty."),
        ["no billing key"] = (client => client.Billing.ApproveAsync(default, Approve), "billingKey is empty."),
        ["no customer key"] = (client => client.Billing.ApproveAsync(BillingKey.Parse("b"), Approve with { CustomerKey = default }), "CustomerKey is empty."),
        ["a negative tax-free amount"] = (client => client.Billing.ApproveAsync(BillingKey.Parse("b"), Approve with { TaxFreeAmount = -1 }), "TaxFreeAmount must not be negative."),
        ["a long auth key"] = (client => client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = new string('a', 301), CustomerKey = Operations.Customer }), "AuthKey must have 1 to 300 characters."),
        ["three scopes"] = (client => client.BrandPay.GetTermsAsync(Operations.Customer, [BrandPayScope.Register, BrandPayScope.Card, BrandPayScope.Account]), "Scope must have one or two items"),
        ["neither code nor refresh token"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Operations.Customer }), "Set exactly one of Code and RefreshToken"),
        ["no payouts"] = (client => client.Payouts.RequestAsync([], Operations.Key), "at least one row"),
        ["two payouts with the same id"] = (client => client.Payouts.RequestAsync([Payout, Payout], Operations.Key), "RefPayoutId must be different in each row"),
        ["a scheduled payout without a day"] = (client => client.Payouts.RequestAsync([Payout with { ScheduleType = PayoutSchedule.Scheduled }], Operations.Key), "PayoutDate must be set for a scheduled payout"),
        ["an express payout with a day"] = (client => client.Payouts.RequestAsync([Payout with { PayoutDate = new DateOnly(2026, 12, 1) }], Operations.Key), "PayoutDate must be set for a scheduled payout"),
        ["a payout in dollars"] = (client => client.Payouts.RequestAsync([Payout with { Amount = new Money(1, Currency.Usd) }], Operations.Key), "Amount must be in KRW"),
        ["a long payout description"] = (client => client.Payouts.RequestAsync([Payout with { TransactionDescription = "12345678" }], Operations.Key), "TransactionDescription must have 1 to 7 characters."),
        ["metadata with six pairs"] = (client => client.Payouts.RequestAsync([Payout with { Metadata = Enumerable.Range(0, 6).ToDictionary(n => $"k{n}", _ => "v") }], Operations.Key), "Metadata must have at most 5 pairs."),
        ["no receipt key"] = (client => client.CashReceipts.CancelAsync("", new CashReceiptCancelRequest()), "receiptKey must have 1 to 200 characters."),
        ["a billing key for a customer key of one character"] = (client => client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = "k", CustomerKey = OfBody("c") }), "CustomerKey must have 2 to 300 printable ASCII characters and no spaces."),
        ["a billing key for a customer key with a space"] = (client => client.Billing.IssueByCardAsync(Card with { CustomerKey = OfBody("구매자 1") }), "CustomerKey must have 2 to 300 printable ASCII characters and no spaces."),
        ["a charge for a customer key of 301 characters"] = (client => client.Billing.ApproveAsync(BillingKey.Parse("b"), Approve with { CustomerKey = OfBody(new string('n', 301)) }), "CustomerKey must have 2 to 300 printable ASCII characters and no spaces."),
        ["a card with a long customer name"] = (client => client.Billing.IssueByCardAsync(Card with { CustomerName = new string('n', 101) }), "CustomerName must have at most 100 characters."),
        ["a card with a long email address"] = (client => client.Billing.IssueByCardAsync(Card with { CustomerEmail = new string('n', 101) }), "CustomerEmail must have at most 100 characters."),
        ["an unpaired surrogate in a card verification"] = (client => client.Billing.IssueByCardAsync(Card with { Vbv = new CardVerification { Cavv = "c\ud83d", Xid = "x", Eci = "e" } }), "Vbv.Cavv holds U+0000 or an unpaired surrogate"),
        ["terms for a customer key of 51 characters"] = (client => client.BrandPay.GetTermsAsync(OfBody(new string('n', 51)), [BrandPayScope.Register]), "CustomerKey must have 2 to 50 printable ASCII characters and no spaces."),
        ["an agreement for a customer key of 51 characters"] = (client => client.BrandPay.AgreeAsync(new BrandPayAgreement { CustomerKey = OfBody(new string('n', 51)), Scope = [BrandPayScope.Register], TermsId = [1] }), "CustomerKey must have 2 to 50 printable ASCII characters and no spaces."),
        ["a token for a customer key of 51 characters"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = OfBody(new string('n', 51)), Code = "c" }), "CustomerKey must have 2 to 50 printable ASCII characters and no spaces."),
        ["a token for an empty code"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Operations.Customer, Code = "" }), "Code is empty."),
        ["a token for an empty refresh token"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Operations.Customer, RefreshToken = default(AccessToken) }), "RefreshToken is empty."),
        ["an unpaired surrogate in an identity"] = (client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Operations.Customer, Code = "c", CustomerIdentity = new BrandPayIdentity { Name = "\udc00" } }), "CustomerIdentity.Name holds U+0000 or an unpaired surrogate"),
        ["a BrandPay payment with a long order name"] = (client => client.BrandPay.PayAsync(Pay with { OrderName = new string('n', 101) }), "OrderName must have 1 to 100 characters."),
        ["a BrandPay payment with a long email address"] = (client => client.BrandPay.PayAsync(Pay with { CustomerEmail = new string('n', 101) }), "CustomerEmail must have at most 100 characters."),
        ["an unpaired surrogate in a method key"] = (client => client.BrandPay.RemoveCardAsync(AccessToken.Parse("t"), "m\ud83d"), "methodKey holds U+0000 or an unpaired surrogate"),
        ["a cash receipt with a long identity number"] = (client => client.CashReceipts.IssueAsync(Receipt with { CustomerIdentityNumber = new string('1', 31) }), "CustomerIdentityNumber must have 1 to 30 characters."),
        ["a cash receipt with a long registration number"] = (client => client.CashReceipts.IssueAsync(Receipt with { RegistrationNumber = new string('1', 31) }), "RegistrationNumber must have at most 30 characters."),
        ["an unpaired surrogate in the order name of a cash receipt"] = (client => client.CashReceipts.IssueAsync(Receipt with { OrderName = "커피\ud83d" }), "OrderName holds U+0000 or an unpaired surrogate"),
        ["a long receipt key"] = (client => client.CashReceipts.CancelAsync(new string('n', 201), new CashReceiptCancelRequest()), "receiptKey must have 1 to 200 characters."),
        ["a holder name of 31 Korean characters"] = (client => client.Sellers.CreateAsync(Seller with { Account = new SellerAccount { HolderName = new string('김', 31) } }), "Account.HolderName must have at most 30 Korean or 60 Latin characters."),
        ["a holder name of 61 Latin characters"] = (client => client.Sellers.UpdateAsync("s", new SellerUpdate { Account = new SellerAccount { HolderName = new string('n', 61) } }), "Account.HolderName must have at most 60 characters."),
        ["a business number of 9 digits"] = (client => client.Sellers.CreateAsync(Seller with { Company = new SellerCompany { BusinessRegistrationNumber = "123456789" } }), "Company.BusinessRegistrationNumber must be 10 digits."),
        ["an unpaired surrogate in a seller id"] = (client => client.Sellers.CreateAsync(Seller with { RefSellerId = "s\ud83d" }), "RefSellerId holds U+0000 or an unpaired surrogate"),
        ["U+0000 in a company name"] = (client => client.Sellers.UpdateAsync("s", new SellerUpdate { Company = new SellerCompany { Name = "\0" } }), "Company.Name holds U+0000 or an unpaired surrogate"),
        ["a long metadata key"] = (client => client.Sellers.UpdateAsync("s", new SellerUpdate { Metadata = new Dictionary<string, string> { [new string('n', 41)] = "v" } }), "A key of Metadata must have 1 to 40 characters."),
        ["a long metadata value"] = (client => client.Payouts.RequestAsync([Payout with { Metadata = new Dictionary<string, string> { ["k"] = new string('n', 501) } }], Operations.Key), "A value of Metadata must have at most 500 characters."),
        ["an unpaired surrogate in a metadata value"] = (client => client.Payouts.RequestAsync([Payout with { Metadata = new Dictionary<string, string> { ["k"] = "\ud83d" } }], Operations.Key), "A value of Metadata holds U+0000 or an unpaired surrogate"),
        ["an unpaired surrogate in a payout description"] = (client => client.Payouts.RequestAsync([Payout with { TransactionDescription = "정산\ud83d" }], Operations.Key), "TransactionDescription holds U+0000 or an unpaired surrogate"),
        ["U+0000 in a cancel reason"] = (client => client.Payments.CancelAsync(Shop.Key, new CancelRequest { CancelReason = "r\0", IdempotencyKey = Operations.Key }), "CancelReason holds U+0000 or an unpaired surrogate"),
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

    private static readonly Dictionary<string, Func<IPaymentClient, Task>> Widest = new()
    {
        ["a billing key"] = client => client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = Wide(300), CustomerKey = OfBody(new string('n', 300)) }),
        ["a card"] = client => client.Billing.IssueByCardAsync(Card with { CustomerName = Wide(100), CustomerEmail = Wide(100) }),
        ["a charge"] = client => client.Billing.ApproveAsync(BillingKey.Parse(new string('n', 200)), Approve with { OrderName = Wide(100), CustomerName = Wide(100), CustomerEmail = Wide(100) }),
        ["a token"] = client => client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = OfBody(new string('n', 50)), Code = Wide(2_000), CustomerIdentity = new BrandPayIdentity { Name = Wide(200) } }),
        ["a BrandPay payment"] = client => client.BrandPay.PayAsync(Pay with { MethodKey = Wide(500), OrderName = Wide(100), CustomerEmail = Wide(100) }),
        ["a cash receipt"] = client => client.CashReceipts.IssueAsync(Receipt with { OrderName = Wide(100), CustomerIdentityNumber = new string('1', 30) }),
        ["a Korean holder"] = client => client.Sellers.CreateAsync(Seller with { RefSellerId = Wide(20), Account = new SellerAccount { HolderName = new string('김', 30) }, Metadata = new Dictionary<string, string> { [Wide(40)] = Wide(500) } }),
        ["a Latin holder"] = client => client.Sellers.UpdateAsync(Wide(34), new SellerUpdate { Account = new SellerAccount { HolderName = new string('n', 60) } }),
        ["a payout"] = client => client.Payouts.RequestAsync([Payout with { TransactionDescription = "정산정산정산정" }], Operations.Key),
    };

    public static TheoryData<string> WidestNames => new(Widest.Keys);

    [Theory]
    [MemberData(nameof(WidestNames))]
    public async Task A_text_as_long_as_it_may_be_is_sent_whatever_its_letters(string what)
    {
        await using var server = RawServer.Always(400, """{"code":"INVALID_REQUEST","message":"m"}""");
        await using var shop = new Shop(server.Address, settings: options => options.SecurityKeys.Add(OperationWire.SecurityKey));

        await Assert.ThrowsAsync<PaymentException>(() => Widest[what](shop.Client));

        Assert.Single(server.Requests);
    }

    /// <summary>Returns text of the given length in UTF-16 units, of characters that have two units each, except the last of an odd length.</summary>
    private static string Wide(int length) => string.Concat(Enumerable.Repeat("\ud83d\ude00", length / 2)) + new string('가', length % 2);

    /// <summary>Returns a customer key as a shop's own endpoint reads it from a body, without validation.</summary>
    private static CustomerKey OfBody(string text) => JsonSerializer.Deserialize<CustomerKey>(JsonSerializer.Serialize(text));
}
