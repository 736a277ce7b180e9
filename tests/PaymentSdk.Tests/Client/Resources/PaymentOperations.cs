using PaymentSdk.Api;
using static PaymentSdk.Tests.Client.Resources.Operations;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Payments and virtual accounts (docs/spec/payment-api.md §2.1).</summary>
internal static class PaymentOperations
{
    private static readonly string[] Required = ["paymentKey", "orderId", "status", "totalAmount"];

    public static IReadOnlyList<OperationRow> Rows { get; } =
    [
        new()
        {
            Method = "Payments.ConfirmAsync",
            Call = client => ResultAsync(client.Payments.ConfirmAsync(new ConfirmRequest { PaymentKey = Shop.Key, OrderId = Shop.Order, Amount = 15000.00m, IdempotencyKey = Key })),
            Line = "POST /v1/payments/confirm",
            Body = """{"paymentKey":"tviva_fake_payment","orderId":"order-0001","amount":15000}""",
            Key = "key-1",
            Answer = Golden.Payment,
            Required = Required,
            Compared = ["orderId", "paymentKey"],
        },
        new()
        {
            Method = "Payments.GetAsync",
            Call = client => ResultAsync(client.Payments.GetAsync(Shop.Key)),
            Line = "GET /v1/payments/tviva_fake_payment",
            Answer = Golden.Payment,
            Required = Required,
        },
        new()
        {
            Method = "Payments.GetByOrderIdAsync",
            Call = client => ResultAsync(client.Payments.GetByOrderIdAsync(Shop.Order)),
            Line = "GET /v1/payments/orders/order-0001",
            Answer = Golden.Payment,
            Required = Required,
        },
        new()
        {
            Method = "Payments.CancelAsync",
            Call = client => ResultAsync(client.Payments.CancelAsync(Shop.Key, new CancelRequest
            {
                CancelReason = "r",
                IdempotencyKey = Key,
                CancelAmount = 1000,
                RefundableAmount = 15000,
                TaxFreeAmount = 0,
                TaxExemptionAmount = 0,
                Currency = Currency.Krw,
                CancelRequestId = "refund-1",
                RefundReceiveAccount = new RefundReceiveAccount { Bank = "06", AccountNumber = "110123", HolderName = "h" },
            })),
            Line = "POST /v1/payments/tviva_fake_payment/cancel",
            Body = """
                {"cancelReason":"r","cancelAmount":1000,"taxFreeAmount":0,"taxExemptionAmount":0,"refundableAmount":15000,"currency":"KRW",
                 "refundReceiveAccount":{"bank":"06","accountNumber":"110123","holderName":"h"},"cancelRequestId":"refund-1"}
                """,
            Key = "key-1",
            Answer = Golden.Payment,
            Required = Required,
            Compared = ["paymentKey", "currency"],
        },
        new()
        {
            Method = "Payments.KeyInAsync",
            Call = client => ResultAsync(client.Payments.KeyInAsync(new KeyInRequest
            {
                Amount = 15000,
                OrderId = Shop.Order,
                OrderName = "사과",
                CardNumber = "4330000000000001",
                CardExpirationYear = "30",
                CardExpirationMonth = "12",
                CustomerIdentityNumber = "900101",
                CardPassword = "12",
                CardInstallmentPlan = 3,
                UseFreeInstallmentPlan = false,
                UseCardPoint = false,
                TaxFreeAmount = 0,
                CustomerEmail = "e@x.kr",
                CustomerName = "박토스",
                CustomerIp = "203.0.113.7",
                Vbv = new CardVerification { Cavv = "c", Xid = "x", Eci = "5" },
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/payments/key-in",
            Body = """
                {"amount":15000,"orderId":"order-0001","orderName":"사과","cardNumber":"4330000000000001","cardExpirationYear":"30","cardExpirationMonth":"12",
                 "customerIdentityNumber":"900101","cardPassword":"12","cardInstallmentPlan":3,"useFreeInstallmentPlan":false,"useCardPoint":false,"taxFreeAmount":0,
                 "customerEmail":"e@x.kr","customerName":"박토스","customerIp":"203.0.113.7","vbv":{"cavv":"c","xid":"x","eci":"5"}}
                """,
            Key = "key-1",
            Answer = Golden.Payment,
            Required = Required,
            Compared = ["orderId"],
        },
        new()
        {
            Method = "VirtualAccounts.IssueAsync",
            Call = client => ResultAsync(client.VirtualAccounts.IssueAsync(new VirtualAccountRequest
            {
                Amount = 15000,
                OrderId = Shop.Order,
                OrderName = "사과",
                CustomerName = "박토스",
                Bank = BankCode.KbKookmin,
                DueDate = new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero),
                CustomerEmail = "e@x.kr",
                CustomerMobilePhone = "01012345678",
                TaxFreeAmount = 0,
                UseEscrow = true,
                CashReceipt = new VirtualAccountCashReceipt { Type = CashReceiptType.From("소득공제"), RegistrationNumber = "01012345678" },
                EscrowProducts = [new EscrowProduct { Id = "1", Name = "사과", Code = "apple", UnitPrice = 7500.0m, Quantity = 2 }],
                AccountType = VirtualAccountType.From("고정"),
                AccountKey = "fixed-1",
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/virtual-accounts",
            Body = """
                {"amount":15000,"orderId":"order-0001","orderName":"사과","customerName":"박토스","bank":"06","dueDate":"2026-11-30T12:00:00","customerEmail":"e@x.kr",
                 "customerMobilePhone":"01012345678","taxFreeAmount":0,"useEscrow":true,"cashReceipt":{"type":"소득공제","registrationNumber":"01012345678"},
                 "escrowProducts":[{"id":"1","name":"사과","code":"apple","unitPrice":7500,"quantity":2}],"accountType":"고정","accountKey":"fixed-1"}
                """,
            Key = "key-1",
            Answer = Golden.Payment,
            Required = Required,
            Compared = ["orderId"],
        },
    ];
}
