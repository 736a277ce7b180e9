using PaymentSdk.Api;
using static PaymentSdk.Tests.Client.Resources.Operations;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Billing (docs/spec/payment-api.md §2.2).</summary>
internal static class BillingOperations
{
    private static readonly BillingKey Billing = BillingKey.Parse("Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0=");

    public static IReadOnlyList<OperationRow> Rows { get; } =
    [
        new()
        {
            Method = "Billing.IssueAsync",
            Call = client => ResultAsync(client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = "bln_1", CustomerKey = Customer, IdempotencyKey = Key })),
            Line = "POST /v1/billing/authorizations/issue",
            Body = """{"authKey":"bln_1","customerKey":"customer-1"}""",
            Key = "key-1",
            Answer = Golden.Billing,
            Required = ["billingKey", "customerKey"],
            Compared = ["customerKey"],
        },
        new()
        {
            Method = "Billing.IssueByCardAsync",
            Call = client => ResultAsync(client.Billing.IssueByCardAsync(new BillingCardRequest
            {
                CustomerKey = Customer,
                CardNumber = "4330000000000001",
                CardExpirationYear = "30",
                CardExpirationMonth = "12",
                CustomerIdentityNumber = "1234567890",
                CardPassword = "12",
                CustomerName = "박토스",
                CustomerEmail = "e@x.kr",
                Vbv = new CardVerification { Cavv = "c", Xid = "x", Eci = "5" },
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/billing/authorizations/card",
            Body = """
                {"customerKey":"customer-1","cardNumber":"4330000000000001","cardExpirationYear":"30","cardExpirationMonth":"12","customerIdentityNumber":"1234567890",
                 "cardPassword":"12","customerName":"박토스","customerEmail":"e@x.kr","vbv":{"cavv":"c","xid":"x","eci":"5"}}
                """,
            Key = "key-1",
            Answer = Golden.Billing,
            Required = ["billingKey", "customerKey"],
            Compared = ["customerKey"],
        },
        new()
        {
            Method = "Billing.ApproveAsync",
            Call = client => ResultAsync(client.Billing.ApproveAsync(Billing, new BillingApproveRequest
            {
                Amount = 15000,
                CustomerKey = Customer,
                OrderId = Shop.Order,
                OrderName = "구독",
                CustomerEmail = "e@x.kr",
                CustomerName = "박토스",
                CustomerIp = "203.0.113.7",
                TaxFreeAmount = 0,
                TaxExemptionAmount = 0,
                CardInstallmentPlan = 0,
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/billing/Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0%3D",
            Body = """
                {"amount":15000,"customerKey":"customer-1","orderId":"order-0001","orderName":"구독","customerEmail":"e@x.kr","customerName":"박토스","customerIp":"203.0.113.7",
                 "taxFreeAmount":0,"taxExemptionAmount":0,"cardInstallmentPlan":0}
                """,
            Key = "key-1",
            Answer = Golden.Payment,
            Required = ["paymentKey", "orderId", "status", "totalAmount"],
            Compared = ["orderId"],
        },
        new()
        {
            Method = "Billing.DeleteAsync",
            Call = async client =>
            {
                await client.Billing.DeleteAsync(Billing);
                return null;
            },
            Line = "DELETE /v1/billing/Z_t5vOvQxrj4499PeiJcjen28-V2RyqgYTwN44Rdzk0%3D",
        },
    ];
}
