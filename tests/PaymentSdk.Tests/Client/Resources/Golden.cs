namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Objects with every member that docs/spec/payment-api.md §3 names, written by hand.</summary>
internal static class Golden
{
    public const string Card = """
        {"amount":15000,"issuerCode":"71","acquirerCode":"71","number":"12345678****000*","installmentPlanMonths":0,"approveNo":"00000000",
         "useCardPoint":false,"cardType":"신용","ownerType":"개인","acquireStatus":"READY","isInterestFree":false,"interestPayer":"MERCHANT","receiptUrl":"https://r.example/1"}
        """;

    public const string VirtualAccount = """
        {"accountType":"일반","accountNumber":"X6505636518308","bankCode":"20","customerName":"박토스","depositorName":"박토스","dueDate":"2026-11-30T12:00:00+09:00",
         "refundStatus":"NONE","expired":false,"settlementStatus":"INCOMPLETED","refundReceiveAccount":{"bankCode":"88","accountNumber":"110","holderName":"h"}}
        """;

    public const string Cancel = """
        {"cancelAmount":1000,"cancelReason":"r","taxFreeAmount":0,"taxExemptionAmount":0,"refundableAmount":14000,"cardDiscountAmount":0,"transferDiscountAmount":0,
         "easyPayDiscountAmount":0,"canceledAt":"2026-11-22T12:00:00+09:00","transactionKey":"t2","receiptKey":"rk","cancelStatus":"DONE","cancelRequestId":"refund-1"}
        """;

    public const string Payment = $$"""
        {"version":"2024-06-01","paymentKey":"tviva_fake_payment","type":"NORMAL","orderId":"order-0001","orderName":"사과","mId":"tosspayments","currency":"KRW","method":"카드",
         "totalAmount":15000,"balanceAmount":14000,"status":"PARTIAL_CANCELED","requestedAt":"2026-11-22T12:00:00+09:00","approvedAt":"2026-11-22T12:00:05+09:00","useEscrow":false,
         "lastTransactionKey":"t2","transactionKey":"t2","suppliedAmount":12727,"vat":1273,"cultureExpense":false,"taxFreeAmount":0,"taxExemptionAmount":0,
         "cancels":[{{Cancel}}],"isPartialCancelable":true,"card":{{Card}},"virtualAccount":{{VirtualAccount}},"secret":"ps_fake",
         "mobilePhone":{"customerMobilePhone":"01012345678","settlementStatus":"COMPLETED","receiptUrl":"https://r.example/2"},
         "giftCertificate":{"approveNo":"1","settlementStatus":"COMPLETED"},"transfer":{"bankCode":"88","settlementStatus":"COMPLETED"},"metadata":{"cart":"17"},
         "receipt":{"url":"https://r.example/3"},"checkout":{"url":"https://r.example/4"},"easyPay":{"provider":"토스페이","amount":0,"discountAmount":0},
         "easyPayAmount":0,"easyPayDiscountAmount":0,"country":"KR","failure":{"code":"REJECT_CARD_PAYMENT","message":"m"},
         "cashReceipt":{"type":"소득공제","receiptKey":"rk","issueNumber":"123","receiptUrl":"https://r.example/5","amount":15000,"taxFreeAmount":0},
         "cashReceipts":[{"receiptKey":"rk","orderId":"order-0001","orderName":"사과","type":"소득공제","issueNumber":"123","receiptUrl":"https://r.example/6","businessNumber":"1234567890",
           "transactionType":"CONFIRM","amount":15000,"taxFreeAmount":0,"issueStatus":"IN_PROGRESS","failure":null,"customerIdentityNumber":"010****5678","requestedAt":"2026-11-22T12:00:00+09:00"}],
         "discount":{"amount":100} }
        """;

    public const string Transaction = """
        {"mId":"tosspayments","transactionKey":"t1","paymentKey":"tviva_fake_payment","orderId":"order-0001","method":"카드","customerKey":"customer-1","useEscrow":false,
         "receiptUrl":"https://r.example/1","status":"DONE","transactionAt":"2026-11-22T12:00:00+09:00","currency":"KRW","amount":15000}
        """;

    public const string Settlement = $$"""
        {"mId":"tosspayments","paymentKey":"tviva_fake_payment","transactionKey":"t1","orderId":"order-0001","currency":"KRW","method":"카드","amount":15000,"fee":330,"interestFee":0,
         "fees":[{"type":"BASE","fee":300}],"supplyAmount":300,"suppliedAmount":300,"vat":30,"payOutAmount":14670,"approvedAt":"2026-11-22T12:00:00+09:00",
         "soldDate":"2026-11-23","paidOutDate":"2026-11-26","card":{{Card}},"easyPay":{"provider":"토스페이","amount":0,"discountAmount":0},
         "giftCertificate":{"approveNo":"1","settlementStatus":"COMPLETED"},"mobilePhone":{"customerMobilePhone":"010","settlementStatus":"COMPLETED","receiptUrl":"https://dashboard.tosspayments.com/u"},
         "transfer":{"bankCode":"88","settlementStatus":"COMPLETED"},"virtualAccount":{{VirtualAccount}},"cancel":{{Cancel}}}
        """;

    public const string Billing = """
        {"mId":"tosspayments","customerKey":"customer-1","authenticatedAt":"2026-11-22T12:00:00+09:00","method":"카드","billingKey":"Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0=",
         "card":{"issuerCode":"61","acquirerCode":"31","number":"43301234****123*","cardType":"신용","ownerType":"개인"},
         "transfers":[{"bankName":"토스뱅크","bankAccountNumber":"100*****1234"}],"easyPay":{"provider":"토스페이","amount":0,"discountAmount":0},"cardCompany":"현대","cardNumber":"43301234****123*"}
        """;

    public const string CashReceipt = """
        {"receiptKey":"rk_1","issueNumber":"123456789","issueStatus":"IN_PROGRESS","amount":10000,"taxFreeAmount":0,"orderId":"order-0001","orderName":"사과","type":"소득공제",
         "approvalNumber":"123456789","transactionType":"CONFIRM","businessNumber":"1234567890","customerIdentityNumber":"01012345678","failure":{"code":"NTS_ERROR","message":"[TS1]"},
         "requestedAt":"2026-11-22T12:00:00+09:00","approvedAt":"2026-11-22T12:00:00+09:00","canceledAt":"2026-11-22T12:00:00+09:00","receiptUrl":"https://r.example/1"}
        """;

    public const string CardDiscount = """{"issuerCode":"61","discountAmount":1000,"minimumPaymentAmount":10000,"maximumPaymentAmount":100000,"currency":"KRW","discountCode":"7777777","dueDate":"2026-12-31","balance":5000000}""";

    public const string CardInterestFree = """{"issuerCode":"61","minimumPaymentAmount":50000,"currency":"KRW","dueDate":"2026-12-31","installmentFreeMonths":[2,3]}""";

    public const string CardPoint = """{"issuerCode":"61","minimumPaymentAmount":1000,"currency":"KRW","dueDate":"2026-12-31"}""";

    public const string BankDiscount = """
        {"type":"FIXED_RATE","bankCode":"88","discountAmount":1000,"discountRate":0.01,"minimumPaymentAmount":10000,"maximumPaymentAmount":100000,"currency":"KRW","discountCode":"8","dueDate":"2026-12-31"}
        """;

    public const string Promotion = $$"""
        {"payType":"NORMAL","type":"CARD_DISCOUNT","cardDiscount":{{CardDiscount}},"cardInterestFree":{{CardInterestFree}},"cardPoint":{{CardPoint}},"bankDiscount":{{BankDiscount}}}
        """;

    public const string BrandPayCard = $$"""
        {"id":"c1","methodKey":"method-1","alias":"내 카드","cardName":"현대 M","cardNumber":"43301234****123*","issuerCode":"61","acquirerCode":"61","ownerType":"개인","cardType":"신용",
         "installmentMinimumAmount":50000,"registeredAt":"2026-11-22T12:00:00+09:00","status":"DISABLED","icon":"icon","iconUrl":"https://w.example/i","cardImgUrl":"https://w.example/c","color":{"background":"#000","text":"#fff"},
         "promotions":[{{Promotion}}]}
        """;

    public const string BrandPayAccount = $$"""
        {"id":"a1","methodKey":"method-1","accountName":"통장","accountNumber":"100*****1234","alias":"내 통장","bankCode":"92","icon":"icon","iconUrl":"https://w.example/i",
         "registeredAt":"2026-11-22T12:00:00+09:00","status":"DISABLED","color":{"background":"#000","text":"#fff"},"promotions":[{{Promotion}}]}
        """;

    public const string Seller = """
        {"id":"seller-1","refSellerId":"shop-1","businessType":"CORPORATE","company":{"name":"n","representativeName":"r","businessRegistrationNumber":"1234567890","email":"e@x.kr","phone":"0212345678"},
         "individual":{"name":"n","email":"e@x.kr","phone":"01012345678"},"status":"APPROVED","account":{"bankCode":"092","accountNumber":"110123456789","holderName":"h"},"metadata":{"k":"v"}}
        """;

    public const string Payout = """
        {"id":"FPA_1","refPayoutId":"pay-1","destination":"seller-1","scheduleType":"SCHEDULED","payoutDate":"2026-12-01","amount":{"currency":"KRW","value":5000.0},
         "transactionDescription":"정산","requestedAt":"2026-11-22T12:00:00+09:00","status":"REQUESTED","error":{"code":"E","message":"m"},"metadata":{"k":"v"}}
        """;

    public static string Entity(string entity, string type = "thing") =>
        $$"""{"version":"2022-11-16","traceId":"trace-1","entityType":"{{type}}","entityBody":{{entity}}}""";

    public static string EntityList(string items) => Entity($$"""{"hasNext":false,"lastCursor":"x","items":[{{items}}]}""", "x-list");
}
