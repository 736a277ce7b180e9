using PaymentSdk.Api;
using static PaymentSdk.Tests.Client.Resources.Operations;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>BrandPay (docs/spec/payment-api.md §2.6).</summary>
internal static class BrandPayRows
{
    public static IReadOnlyList<OperationRow> Rows { get; } =
    [
        new()
        {
            Method = "BrandPay.GetTermsAsync",
            Call = async client => Assert.Single(await client.BrandPay.GetTermsAsync(Customer, [BrandPayScope.Register, BrandPayScope.Card])),
            Line = "GET /v1/brandpay/terms?customerKey=customer-1&scope=REGISTER%2CCARD",
            Answer = """[{"id":7,"title":"t","version":"1.0","url":"https://w.example/t","required":true,"agreed":false}]""",
            Part = "0",
            Required = ["id"],
        },
        new()
        {
            Method = "BrandPay.AgreeAsync",
            Call = client => ResultAsync(client.BrandPay.AgreeAsync(new BrandPayAgreement { CustomerKey = Customer, Scope = [BrandPayScope.Register], TermsId = [7, 8], IdempotencyKey = Key })),
            Line = "POST /v1/brandpay/terms/agree",
            Body = """{"customerKey":"customer-1","scope":["REGISTER"],"termsId":[7,8]}""",
            Key = "key-1",
            Answer = """{"code":"OK"}""",
            Required = ["code"],
        },
        new()
        {
            Method = "BrandPay.GetTokenAsync",
            Call = client => ResultAsync(client.BrandPay.GetTokenAsync(new BrandPayTokenRequest
            {
                CustomerKey = Customer,
                Code = "code-1",
                CustomerIdentity = new BrandPayIdentity { Ci = "ci", MobilePhone = "01012345678", Name = "박토스", Rrn = "9001011" },
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/brandpay/authorizations/access-token",
            Body = """{"customerKey":"customer-1","grantType":"AuthorizationCode","code":"code-1","customerIdentity":{"ci":"ci","mobilePhone":"01012345678","name":"박토스","rrn":"9001011"}}""",
            Key = "key-1",
            Answer = """{"accessToken":"token-2","refreshToken":"token-3","tokenType":"bearer","expiresIn":2592000}""",
            Required = ["accessToken"],
        },
        new()
        {
            Method = "BrandPay.GetMethodsAsync",
            Call = client => ResultAsync(client.BrandPay.GetMethodsAsync(Token)),
            Line = "GET /v1/brandpay/payments/methods",
            Token = "token-1",
            Answer = $$"""{"isIdentified":true,"selectedMethodId":"c1","cards":[{{Golden.BrandPayCard}}],"accounts":[{{Golden.BrandPayAccount}}]}""",
        },
        new()
        {
            Method = "BrandPay.GetCustomerMethodsAsync",
            Call = client => ResultAsync(client.BrandPay.GetCustomerMethodsAsync(CustomerKey.Parse("a/b@c"))),
            Line = "GET /v1/brandpay/payments/methods/a%2Fb%40c",
            Answer = $$"""{"isIdentified":true,"selectedMethodId":"c1","cards":[{{Golden.BrandPayCard}}],"accounts":[{{Golden.BrandPayAccount}}]}""",
        },
        new()
        {
            Method = "BrandPay.RemoveCardAsync",
            Call = client => ResultAsync(client.BrandPay.RemoveCardAsync(Token, "method-1")),
            Line = "POST /v1/brandpay/payments/methods/card/remove",
            Body = """{"methodKey":"method-1"}""",
            Key = "*",
            Token = "token-1",
            Answer = Golden.BrandPayCard,
            Required = ["methodKey"],
        },
        new()
        {
            Method = "BrandPay.RemoveAccountAsync",
            Call = client => ResultAsync(client.BrandPay.RemoveAccountAsync(Token, "method-1")),
            Line = "POST /v1/brandpay/payments/methods/account/remove",
            Body = """{"methodKey":"method-1"}""",
            Key = "*",
            Token = "token-1",
            Answer = Golden.BrandPayAccount,
            Required = ["methodKey"],
        },
        new()
        {
            Method = "BrandPay.ConfirmAsync",
            Call = client => ResultAsync(client.BrandPay.ConfirmAsync(new BrandPayConfirmRequest
            {
                PaymentKey = Shop.Key,
                Amount = 15000,
                CustomerKey = Customer,
                OrderId = Shop.Order,
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/brandpay/payments/confirm",
            Body = """{"paymentKey":"tviva_fake_payment","amount":15000,"customerKey":"customer-1","orderId":"order-0001"}""",
            Key = "key-1",
            Answer = Golden.Payment,
            Required = ["paymentKey", "orderId", "status", "totalAmount"],
            Compared = ["orderId", "paymentKey"],
        },
        new()
        {
            Method = "BrandPay.PayAsync",
            Call = client => ResultAsync(client.BrandPay.PayAsync(new BrandPayPaymentRequest
            {
                CustomerKey = Customer,
                MethodKey = "method-1",
                Amount = 15000,
                OrderId = Shop.Order,
                OrderName = "구독",
                CardInstallmentPlan = 0,
                CultureExpense = false,
                CustomerEmail = "e@x.kr",
                DiscountCode = "7",
                TaxFreeAmount = 0,
                UseCardPoint = false,
                CashReceipt = new BrandPayCashReceipt { Type = CashReceiptType.From("소득공제"), RegistrationNumber = "01012345678", RegistrationNumberType = "MOBILE" },
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/brandpay/payments",
            Body = """
                {"customerKey":"customer-1","methodKey":"method-1","amount":15000,"orderId":"order-0001","orderName":"구독","cardInstallmentPlan":0,"cultureExpense":false,
                 "customerEmail":"e@x.kr","discountCode":"7","taxFreeAmount":0,"useCardPoint":false,
                 "cashReceipt":{"type":"소득공제","registrationNumber":"01012345678","registrationNumberType":"MOBILE"}}
                """,
            Key = "key-1",
            Answer = Golden.Payment,
            Required = ["paymentKey", "orderId", "status", "totalAmount"],
            Compared = ["orderId"],
        },
        new()
        {
            Method = "BrandPay.RemoveCustomerAsync",
            Call = client => ResultAsync(client.BrandPay.RemoveCustomerAsync(Token)),
            Line = "POST /v1/brandpay/customers/remove",
            SendsEmptyBody = true,
            Key = "*",
            Token = "token-1",
            Answer = """{"customerKey":"customer-1","success":true}""",
            Required = ["customerKey"],
        },
        new()
        {
            Method = "BrandPay.GetCardPromotionsAsync",
            Call = client => ResultAsync(client.BrandPay.GetCardPromotionsAsync()),
            Line = "GET /v1/brandpay/promotions/card",
            Answer = $$"""{"discountCards":[{{Golden.CardDiscount}}],"interestFreeCards":[{{Golden.CardInterestFree}}],"pointCards":[{{Golden.CardPoint}}]}""",
        },
        new()
        {
            Method = "BrandPay.GetBankPromotionsAsync",
            Call = client => ResultAsync(client.BrandPay.GetBankPromotionsAsync()),
            Line = "GET /v1/brandpay/promotions/bank",
            Answer = $$"""{"discountBanks":[{{Golden.BankDiscount}}]}""",
        },
    ];
}
