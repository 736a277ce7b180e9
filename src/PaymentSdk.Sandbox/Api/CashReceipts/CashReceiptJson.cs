using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.CashReceipts;

/// <summary>Writes the CashReceipt object, version 2022-11-16 (docs/spec/payment-api.md §3.9).</summary>
internal static class CashReceiptJson
{
    public static JsonObject Write(CashReceipt receipt, string address, Words words, DateTimeOffset now)
    {
        var status = receipt.IssueStatus(now);
        return new JsonObject
        {
            ["receiptKey"] = receipt.ReceiptKey,
            ["issueNumber"] = receipt.IssueNumber,
            ["issueStatus"] = status,
            ["amount"] = receipt.Amount,
            ["taxFreeAmount"] = receipt.TaxFreeAmount,
            ["orderId"] = receipt.OrderId,
            ["orderName"] = receipt.OrderName,
            ["type"] = receipt.Type,
            ["transactionType"] = receipt.IsCancel ? "CANCEL" : "CONFIRM",
            ["businessNumber"] = "0000000000",
            ["customerIdentityNumber"] = receipt.CustomerIdentityNumber,
            ["failure"] = status == "FAILED" ? Refused(words) : null,
            ["requestedAt"] = Korea.Time(receipt.RequestedAt),
            ["receiptUrl"] = $"{address}/receipts/cash/{receipt.ReceiptKey}",
        };
    }

    private static JsonObject Refused(Words words) => new()
    {
        ["code"] = "NTS_ERROR",
        ["message"] = $"[TSH] {ErrorTable.Find("NTS_ERROR")!.Message(words.English)}",
    };
}
