using PaymentSdk.Api;
using static PaymentSdk.Tests.Client.Resources.OperationRow;
using static PaymentSdk.Tests.Client.Resources.Operations;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Transactions, settlements, cash receipts and promotions (docs/spec/payment-api.md §2.3–2.5).</summary>
internal static class AccountingOperations
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static IReadOnlyList<OperationRow> Rows { get; } =
    [
        new()
        {
            Method = "Transactions.ListAsync",
            Call = client => FirstAsync(client.Transactions.ListAsync(TransactionRange.OfDay(Day), 100, "t0")),
            Line = "GET /v1/transactions?startDate=2026-11-22T00%3A00%3A00&endDate=2026-11-23T00%3A00%3A00&startingAfter=t0&limit=100",
            Answer = $"[{Golden.Transaction}]",
            Part = "0",
            Required = ["transactionKey", "paymentKey", "orderId", "status", "amount"],
        },
        new()
        {
            Method = "Settlements.ListAsync",
            Call = client => FirstAsync(client.Settlements.ListAsync(Day, Day.AddDays(1), SettlementDateType.PaidOutDate, 100)),
            Line = "GET /v1/settlements?startDate=2026-11-22&endDate=2026-11-23&dateType=paidOutDate&page=1&size=100",
            Answer = $"[{Golden.Settlement}]",
            Part = "0",
            Required = ["paymentKey", "orderId", "amount"],
        },
        new()
        {
            Method = "Settlements.RequestAsync",
            Call = async client =>
            {
                await client.Settlements.RequestAsync(Shop.Key);
                return null;
            },
            Line = "POST /v1/settlements",
            Body = """{"paymentKey":"tviva_fake_payment"}""",
            Key = "*",
            Answer = """{"result":true}""",
        },
        new()
        {
            Method = "CashReceipts.IssueAsync",
            Call = client => ResultAsync(client.CashReceipts.IssueAsync(new CashReceiptRequest
            {
                Amount = 10000,
                OrderId = Shop.Order,
                OrderName = "사과",
                CustomerIdentityNumber = "01012345678",
                Type = CashReceiptType.From("소득공제"),
                TaxFreeAmount = 0,
                RegistrationNumber = "01012345678",
                IdempotencyKey = Key,
            })),
            Line = "POST /v1/cash-receipts",
            Body = """
                {"amount":10000,"orderId":"order-0001","orderName":"사과","customerIdentityNumber":"01012345678","type":"소득공제","taxFreeAmount":0,"registrationNumber":"01012345678"}
                """,
            Key = "key-1",
            Answer = Golden.CashReceipt,
            Required = ["receiptKey"],
        },
        new()
        {
            Method = "CashReceipts.CancelAsync",
            Call = client => ResultAsync(client.CashReceipts.CancelAsync("rk/1", new CashReceiptCancelRequest { Amount = 5000, IdempotencyKey = Key })),
            Line = "POST /v1/cash-receipts/rk%2F1/cancel",
            Body = """{"amount":5000}""",
            Key = "key-1",
            Answer = Golden.CashReceipt,
            Required = ["receiptKey"],
        },
        new()
        {
            Method = "CashReceipts.ListAsync",
            Call = client => FirstAsync(client.CashReceipts.ListAsync(Day, 100, 7)),
            Line = "GET /v1/cash-receipts?requestDate=2026-11-22&cursor=7&limit=100",
            Answer = $$"""{"hasNext":false,"lastCursor":8,"data":[{{Golden.CashReceipt}}]}""",
            Part = "data.0",
            Required = ["receiptKey"],
        },
        new()
        {
            Method = "Promotions.ListAsync",
            Call = async client => Assert.Single(await client.Promotions.ListAsync()),
            Line = "GET /v1/promotions",
            Answer = $"[{Golden.Promotion}]",
            Part = "0",
        },
        new()
        {
            Method = "Promotions.GetCardsAsync",
            Call = client => ResultAsync(client.Promotions.GetCardsAsync()),
            Line = "GET /v1/promotions/card",
            Answer = $$"""{"discountCards":[{{Golden.CardDiscount}}],"interestFreeCards":[{{Golden.CardInterestFree}}]}""",
        },
    ];
}
