using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Transactions;

/// <summary>Writes the Transaction object (docs/spec/payment-api.md §3.6).</summary>
internal static class TransactionJson
{
    public static JsonObject Write(MoneyMovement line, Words words) => new()
    {
        ["mId"] = line.Payment.Session.Merchant.MId,
        ["transactionKey"] = line.Execution.TransactionKey,
        ["paymentKey"] = line.Payment.PaymentKey,
        ["orderId"] = line.Payment.Session.OrderId,
        ["method"] = words.Method(line.Payment.Choice),
        ["customerKey"] = line.Payment.Session.CustomerKey,
        ["useEscrow"] = line.Payment.Session.UseEscrow,
        ["receiptUrl"] = PaymentJson.ReceiptUrl(line.Payment),
        ["status"] = line.Execution.Status,
        ["transactionAt"] = Korea.Time(line.Execution.At),
        ["currency"] = line.Payment.Session.Currency,
        ["amount"] = line.Amount,
    };
}
