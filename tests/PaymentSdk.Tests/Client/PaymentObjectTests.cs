using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Api.Payments;

namespace PaymentSdk.Tests.Client;

/// <summary>Payment bodies as observed in answers of the API (docs/spec/payment-api.md §3).</summary>
public sealed class PaymentObjectTests
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    [Fact]
    public void A_card_payment_with_a_partial_cancel_is_read_whole()
    {
        var payment = Read("""
            {
              "version":"2022-11-16","paymentKey":"tviva_fake","type":"NORMAL","orderId":"order-0001","orderName":"토스 티셔츠 외 2건","mId":"tosspayments",
              "currency":"KRW","method":"카드","totalAmount":15000.0,"balanceAmount":"10000","status":"PARTIAL_CANCELED",
              "requestedAt":"2026-02-13T12:17:57+09:00","approvedAt":"2026-02-13T12:18:14+09:00","useEscrow":false,
              "lastTransactionKey":"B7103F204998813B889C77C043D09502","suppliedAmount":9091,"vat":909,"cultureExpense":false,
              "taxFreeAmount":0,"taxExemptionAmount":0,"isPartialCancelable":true,
              "cancels":[{"cancelAmount":5000,"cancelReason":"고객 변심","taxFreeAmount":0,"taxExemptionAmount":0,"refundableAmount":10000,
                "cardDiscountAmount":0,"transferDiscountAmount":0,"easyPayDiscountAmount":0,"canceledAt":"2026-02-14T09:00:00+09:00",
                "transactionKey":"8B4F646A829571D870A3011A4E13D640","receiptKey":null,"cancelStatus":"DONE","cancelRequestId":null}],
              "card":{"issuerCode":"71","acquirerCode":"71","number":"12345678****000*","installmentPlanMonths":0,"isInterestFree":false,
                "interestPayer":null,"approveNo":"00000000","useCardPoint":false,"cardType":"신용","ownerType":"개인","acquireStatus":"READY","amount":15000},
              "virtualAccount":null,"transfer":null,"mobilePhone":null,"giftCertificate":null,"cashReceipt":null,"cashReceipts":null,"discount":{"amount":100},
              "easyPay":null,"easyPayAmount":0,"easyPayDiscountAmount":0,"country":"KR","failure":null,"secret":"ps_fake","metadata":{"cart":"17","note":null},
              "receipt":{"url":"https://dashboard.tosspayments.com/receipt"},"checkout":{"url":"https://api.tosspayments.com/v1/payments/tviva_fake/checkout"},
              "aMemberOfNextYear":{"deep":[1]}
            }
            """);

        Assert.Equal((15000m, 10000m, 9091m, 909m), (payment.TotalAmount, payment.BalanceAmount, payment.SuppliedAmount, payment.Vat));
        Assert.Equal("15000", payment.TotalAmount.ToString());
        Assert.Equal((PaymentStatus.PartialCanceled, PaymentType.Normal, PaymentMethod.Card), (payment.Status, payment.Type, payment.Method));
        Assert.Equal(new DateTimeOffset(2026, 2, 13, 12, 18, 14, Korea), payment.ApprovedAt);
        var cancel = Assert.Single(payment.Cancels!);
        Assert.Equal((5000m, 10000m, CancelStatus.Done, "고객 변심"), (cancel.CancelAmount, cancel.RefundableAmount, cancel.CancelStatus, cancel.CancelReason));
        var card = payment.Card!;
        Assert.Equal((CardIssuerCode.Lotte, CardType.Credit, CardOwnerType.Personal, AcquireStatus.Ready, 0), (card.IssuerCode, card.CardType, card.OwnerType, card.AcquireStatus, card.InstallmentPlanMonths));
        Assert.Equal((100m, "KR", "ps_fake", "17"), (payment.Discount!.Amount, payment.Country, payment.Secret, payment.Metadata!["cart"]));
        Assert.EndsWith("/receipt", payment.Receipt!.Url);
        Assert.EndsWith("/checkout", payment.Checkout!.Url);
        Assert.Equal(1, payment.AdditionalMembers["aMemberOfNextYear"].GetProperty("deep")[0].GetInt32());
    }

    [Fact]
    public void An_expired_payment_as_the_live_api_writes_it_is_read()
    {
        var payment = Read("""
            {
              "mId":"tvivarepublica","lastTransactionKey":null,"paymentKey":"tviva_fake","orderId":"order-0001","orderName":"","taxExemptionAmount":0,
              "status":"EXPIRED","requestedAt":"2026-05-07T11:11:11+09:00","approvedAt":null,"useEscrow":null,"cultureExpense":false,
              "card":null,"virtualAccount":null,"transfer":null,"mobilePhone":null,"giftCertificate":null,"cashReceipt":null,"cashReceipts":null,
              "discount":null,"cancels":null,"secret":null,"type":"NORMAL","easyPay":null,"country":"KR",
              "failure":{"code":"EXPIRED_PAYMENT","message":"결제 시간이 만료되었습니다."},"isPartialCancelable":true,"receipt":null,
              "checkout":{"url":"https://api.tosspayments.com/v1/payments/tviva_fake/checkout"},"currency":"MUSD","totalAmount":15000,
              "balanceAmount":15000,"suppliedAmount":13636,"vat":1364,"taxFreeAmount":0,"method":null,"version":"2022-11-16","transactionKey":null
            }
            """);

        Assert.Equal(PaymentStatus.Expired, payment.Status);
        Assert.Equal("EXPIRED_PAYMENT", payment.Failure!.Code.Value);
        Assert.Equal("MUSD", payment.Currency.Value);
        Assert.Null(payment.Method);
        Assert.Null(payment.UseEscrow);
        Assert.Null(payment.Metadata);
        Assert.Empty(payment.AdditionalMembers);
    }

    [Fact]
    public void A_virtual_account_of_the_window_is_read()
    {
        var payment = Read("""
            {
              "paymentKey":"k","orderId":"order-0001","status":"WAITING_FOR_DEPOSIT","totalAmount":15000,"method":"가상계좌",
              "virtualAccount":{"accountType":"일반","accountNumber":"X6505636518308","bankCode":"06","customerName":"박토스","depositorName":"박토스",
                "dueDate":"2026-02-14T23:59:59","refundStatus":"NONE","expired":false,"settlementStatus":"INCOMPLETED",
                "refundReceiveAccount":{"bankCode":"88","accountNumber":"123","holderName":"박토스"}},
              "cashReceipts":[{"receiptKey":"r","orderId":"order-0001","orderName":"n","type":"소득공제","issueNumber":"1","receiptUrl":"https://dashboard.tosspayments.com/u","businessNumber":"1",
                "transactionType":"CONFIRM","amount":15000,"taxFreeAmount":0,"issueStatus":"IN_PROGRESS","failure":null,"customerIdentityNumber":"010****1234","requestedAt":"2026-02-13T12:00:00+09:00"}]
            }
            """);

        var account = payment.VirtualAccount!;
        Assert.Equal(PaymentMethod.VirtualAccount, payment.Method);
        Assert.Equal((BankCode.KbKookmin, "06", VirtualAccountType.Normal, RefundStatus.None), (account.BankCode, account.BankCode!.Value.Value, account.AccountType, account.RefundStatus));
        Assert.Equal(new DateTimeOffset(2026, 2, 14, 23, 59, 59, Korea), account.DueDate);
        Assert.Equal("박토스", account.RefundReceiveAccount!.HolderName);
        var receipt = Assert.Single(payment.CashReceipts!);
        Assert.Equal((CashReceiptType.IncomeDeduction, CashReceiptIssueStatus.InProgress, CashReceiptTransactionType.Confirm), (receipt.Type, receipt.IssueStatus, receipt.TransactionType));
        Assert.Equal(Currency.Krw, payment.Currency);
    }

    [Fact]
    public void Old_versions_are_read_under_the_new_names_where_they_mean_the_same()
    {
        var payment = Read("""
            {"version":"1.3","paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1000,"transactionKey":"t-1","easyPay":"토스페이",
             "card":{"company":"현대","number":"****"},"transfer":{"bank":"우리","settlementStatus":"COMPLETED"},"virtualAccount":{"bank":"우리"},
             "foreignEasyPay":{"provider":"ALIPAY"}}
            """);

        Assert.Equal("t-1", payment.LastTransactionKey);
        Assert.Equal("토스페이", payment.EasyPay!.Provider);
        Assert.Equal("현대", payment.Card!.Company);
        Assert.Null(payment.Card.IssuerCode);
        Assert.Equal("우리", payment.Transfer!.Bank);
        Assert.Equal("우리", payment.VirtualAccount!.Bank);
        Assert.Equal("ALIPAY", payment.ForeignEasyPay!.Provider);
    }

    [Fact]
    public void Wallets_phones_and_gift_certificates_are_read()
    {
        var payment = Read("""
            {"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1000,"method":"간편결제",
             "easyPay":{"provider":"네이버페이","amount":"900.0","discountAmount":100},
             "mobilePhone":{"customerMobilePhone":"01012341234","settlementStatus":"COMPLETED","receiptUrl":"https://dashboard.tosspayments.com/u"},
             "giftCertificate":{"approveNo":12345678,"settlementStatus":"INCOMPLETED"},
             "cashReceipt":{"type":"지출증빙","receiptKey":"r","issueNumber":"1","receiptUrl":"https://dashboard.tosspayments.com/u","amount":1000,"taxFreeAmount":0}}
            """);

        Assert.Equal(("네이버페이", 900m, 100m), (payment.EasyPay!.Provider, payment.EasyPay.Amount, payment.EasyPay.DiscountAmount));
        Assert.Equal("01012341234", payment.MobilePhone!.CustomerMobilePhone);
        Assert.Equal("12345678", payment.GiftCertificate!.ApproveNo);
        Assert.Equal(CashReceiptType.ExpenseProof, payment.CashReceipt!.Type);
    }

    [Theory]
    [InlineData("카드", "CARD", "Card")]
    [InlineData("가상계좌", "VIRTUAL_ACCOUNT", "VirtualAccount")]
    [InlineData("간편결제", "EASY_PAY", "Easy pay")]
    [InlineData("휴대폰", "MOBILE_PHONE", "mobile phone")]
    [InlineData("계좌이체", "TRANSFER", "Transfer")]
    [InlineData("문화상품권", "CULTURE_GIFT_CERTIFICATE", "Culture Gift Certificate")]
    public void Korean_and_english_names_are_the_same_method_and_keep_their_text(params string[] words)
    {
        var methods = words.Select(word => Read($$"""{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,"method":"{{word}}"}""").Method!.Value).ToArray();

        Assert.Single(methods.Distinct());
        Assert.Equal(words, methods.Select(method => method.ToString()));
    }

    [Theory]
    [InlineData("06", "국민", "KOOKMIN")]
    [InlineData("90", "카카오뱅크", "kakaobank")]
    [InlineData("23", "SC제일", "SC")]
    public void A_bank_is_the_same_by_number_korean_or_english_name_and_keeps_its_text(params string[] words)
    {
        var banks = words.Select(BankCode.From).ToArray();

        Assert.Single(banks.Distinct());
        Assert.Equal(words, banks.Select(bank => bank.Value));
        Assert.NotEqual(BankCode.Shinhan, banks[0]);
        Assert.Single(banks.Select(bank => bank.Name!.Korean).Distinct());
    }

    [Fact]
    public void Every_address_that_the_API_gives_reaches_a_page_only_as_https()
    {
        var addresses = typeof(ApiObject).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ApiObject)))
            .SelectMany(type => type.GetProperties()).Where(property => property.PropertyType == typeof(string) && property.Name.EndsWith("Url", StringComparison.Ordinal)).ToArray();

        Assert.True(addresses.Length > 9, $"Only {addresses.Length} addresses were found.");
        Assert.All(addresses, address => Assert.Equal("PageAddressConverter", address.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.Name));
    }

    [Fact]
    public void Every_known_bank_has_a_name_of_its_own_for_the_buyer()
    {
        var banks = typeof(BankCode).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(known => (BankCode)known.GetValue(null)!).ToArray();

        Assert.Equal(26, banks.Select(bank => bank.Name?.Korean).OfType<string>().Distinct().Count());
        Assert.Equal(26, banks.Select(bank => bank.Name?.English).OfType<string>().Distinct().Count());
        Assert.Equal(("우리은행", "Woori Bank"), (BankCode.Woori.Name!.Korean, BankCode.Woori.Name.English));
        Assert.Null(BankCode.From("99").Name);
    }

    [Theory]
    [InlineData("61", "현대", "HYUNDAI")]
    [InlineData("W1")]
    [InlineData("3K", "기업비씨", "IBK_BC")]
    [InlineData("우리")]
    public void A_card_company_is_the_same_by_number_korean_or_english_name_and_keeps_its_text(params string[] words)
    {
        var companies = words.Select(CardIssuerCode.From).ToArray();

        Assert.Single(companies.Distinct());
        Assert.Equal(words, companies.Select(company => company.Value));
        Assert.Equal(words[0] == "W1", companies[0] == CardIssuerCode.Woori);
    }

    [Fact]
    public void Unknown_values_are_kept()
    {
        var payment = Read("""
            {"paymentKey":"k","orderId":"1","status":"FROZEN","totalAmount":1,"method":"코인","type":"LATER","currency":"PHP","card":{"issuerCode":"ZZ","cardType":"홀로그램"}}
            """);

        Assert.Equal(("FROZEN", "코인", "LATER", "PHP"), (payment.Status.Value, payment.Method!.Value.Value, payment.Type!.Value.Value, payment.Currency.Value));
        Assert.Equal(("ZZ", "홀로그램"), (payment.Card!.IssuerCode!.Value.Value, payment.Card.CardType!.Value.Value));
        Assert.NotEqual(PaymentMethod.Card, payment.Method);
        Assert.Equal("1", payment.OrderId.Value);
    }

    [Fact]
    public void A_member_that_changed_its_form_does_not_hide_that_the_payment_was_approved()
    {
        var payment = Read("""
            {"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1000,"balanceAmount":1000,"card":["a new form"],
             "discount":"none","mobilePhone":{"receiptUrl":"javascript:alert(1)","settlementStatus":"COMPLETED"},"method":"카드"}
            """);

        Assert.Equal((PaymentStatus.Done, PaymentMethod.Card, 1000m), (payment.Status, payment.Method, payment.BalanceAmount));
        Assert.Null(payment.Card);
        Assert.Equal("COMPLETED", payment.MobilePhone!.SettlementStatus!.Value.Value);
        Assert.Null(payment.MobilePhone.ReceiptUrl);
        Assert.Equal(["card", "discount", "mobilePhone.receiptUrl"], payment.AdditionalMembers.Keys.Order());
    }

    [Theory]
    [InlineData("USD", "10.5", "10.50")]
    [InlineData("USD", "10", "10.00")]
    [InlineData("JPY", "1000.00", "1000")]
    [InlineData("KRW", "1.5e4", "15000")]
    [InlineData("KRW", "15000.5", "15000.5")]
    public void Amounts_have_the_decimals_of_their_currency_and_lose_nothing(string currency, string wire, string text)
    {
        var payment = Read($$"""{"paymentKey":"k","orderId":"order-0001","status":"DONE","currency":"{{currency}}","totalAmount":{{wire}},"balanceAmount":{{wire}}}""");

        Assert.Equal(text, payment.TotalAmount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(payment.TotalAmount, payment.BalanceAmount);
    }

    [Theory]
    [InlineData("2026-02-13T12:17:57+09:00", "2026-02-13T03:17:57.0000000Z")]
    [InlineData("2026-02-13T12:17:57", "2026-02-13T03:17:57.0000000Z")]
    [InlineData("2026-02-13T03:17:57Z", "2026-02-13T03:17:57.0000000Z")]
    [InlineData("2026-02-13T03:17:57.123Z", "2026-02-13T03:17:57.1230000Z")]
    [InlineData("2026-02-13T12:17:57.12345", "2026-02-13T03:17:57.1234500Z")]
    [InlineData("2026-02-13T12:17:57.123456", "2026-02-13T03:17:57.1234560Z")]
    [InlineData("2026-02-13 12:17:57", "2026-02-13T03:17:57.0000000Z")]
    [InlineData("2026-02-13", "2026-02-12T15:00:00.0000000Z")]
    [InlineData("20260213", "2026-02-12T15:00:00.0000000Z")]
    [InlineData("20260213121757", "2026-02-13T03:17:57.0000000Z")]
    [InlineData("someday", null)]
    [InlineData("", null)]
    public void Every_date_form_of_the_api_is_read_and_no_offset_means_korea(string wire, string? utc)
    {
        var payment = Read($$"""{"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1,"approvedAt":"{{wire}}"}""");

        Assert.Equal(utc, payment.ApprovedAt?.UtcDateTime.ToString("o"));
    }

    private static Payment Read(string json) => PaymentReader.Read(JsonElement.Parse(json));
}
