using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Writes the members of a Payment that depend on the payment method (docs/spec/payment-api.md §3.2 to §3.5).</summary>
internal static class MethodJson
{
    public static JsonObject? Card(Payment payment, Words words) => payment.Choice switch
    {
        PaymentChoice.Card card => Card(payment, words, card),
        PaymentChoice.EasyPay { WithStoredCard: true } => Card(payment, words, new PaymentChoice.Card()),
        _ => null,
    };

    public static JsonObject? EasyPay(Payment payment, Words words) => payment.Choice switch
    {
        PaymentChoice.EasyPay wallet => EasyPay(words.Provider(wallet.Provider), wallet.WithStoredCard ? 0 : payment.Session.Amount),
        PaymentChoice.ForeignEasyPay wallet => EasyPay(wallet.Provider, payment.Session.Amount),
        _ => null,
    };

    public static JsonObject? Transfer(Payment payment) => payment.Choice is PaymentChoice.Transfer transfer
        ? new JsonObject { ["bankCode"] = transfer.BankCode, ["settlementStatus"] = "INCOMPLETED" }
        : null;

    public static JsonObject? MobilePhone(Payment payment) => payment.Choice is PaymentChoice.MobilePhone
        ? new JsonObject
        {
            ["customerMobilePhone"] = payment.Session.CustomerMobilePhone ?? "01000000000",
            ["settlementStatus"] = "INCOMPLETED",
            ["receiptUrl"] = PaymentJson.ReceiptUrl(payment),
        }
        : null;

    public static JsonObject? VirtualAccount(Payment payment, Words words, DateTimeOffset now) => payment.VirtualAccount is { } account
        ? new JsonObject
        {
            ["accountType"] = words.AccountType(payment.Choice is PaymentChoice.VirtualAccount { FixedNumber: not null }),
            ["accountNumber"] = account.AccountNumber,
            ["bankCode"] = account.BankCode,
            ["customerName"] = payment.Session.CustomerName ?? "",
            ["depositorName"] = payment.ApprovedAt is null ? "" : payment.Session.CustomerName ?? "",
            ["dueDate"] = Korea.Time(account.DueDate),
            ["refundStatus"] = account.RefundStatus(now),
            ["expired"] = account.Expired,
            ["settlementStatus"] = "INCOMPLETED",
            ["refundReceiveAccount"] = null,
        }
        : null;

    /// <summary>
    /// The cash receipt that is issued with a deposit (docs/spec/payment-api.md §3.1). Receipts of the cash receipt API are never included.
    /// </summary>
    public static JsonObject? CashReceipt(Payment payment) => payment.CashReceiptNumber is { } number
        ? new JsonObject
        {
            ["type"] = payment.Session.CashReceiptType,
            ["receiptKey"] = $"rcpt_{payment.PaymentKey}",
            ["issueNumber"] = number,
            ["receiptUrl"] = PaymentJson.ReceiptUrl(payment),
            ["amount"] = payment.Balance,
            ["taxFreeAmount"] = payment.TaxFreeBalance,
        }
        : null;

    public static JsonArray? Cancels(Payment payment) => payment.Cancels.IsEmpty
        ? null
        : [.. payment.Cancels.Select(Cancel)];

    public static JsonObject Cancel(Cancellation cancel) => new()
    {
        ["transactionKey"] = cancel.TransactionKey,
        ["cancelReason"] = cancel.Reason,
        ["taxExemptionAmount"] = cancel.TaxExemptionAmount,
        ["canceledAt"] = Korea.Time(cancel.At),
        ["cardDiscountAmount"] = cancel.CardDiscountAmount,
        ["transferDiscountAmount"] = 0,
        ["easyPayDiscountAmount"] = 0,
        ["receiptKey"] = null,
        ["cancelAmount"] = cancel.Amount,
        ["taxFreeAmount"] = cancel.TaxFreeAmount,
        ["refundableAmount"] = cancel.RefundableAmount,
        ["cancelStatus"] = cancel.Status,
        ["cancelRequestId"] = cancel.RequestId,
    };

    private static JsonObject EasyPay(string provider, decimal amount) => new()
    {
        ["provider"] = provider,
        ["amount"] = amount,
        ["discountAmount"] = 0,
    };

    private static JsonObject Card(Payment payment, Words words, PaymentChoice.Card card) => new()
    {
        ["issuerCode"] = card.IssuerCode,
        ["acquirerCode"] = card.IssuerCode,
        ["number"] = card.Details?.MaskedNumber ?? "12345678****123*",
        ["installmentPlanMonths"] = card.Installments,
        ["isInterestFree"] = card.IsInterestFree,
        ["interestPayer"] = card.IsInterestFree ? "MERCHANT" : null,
        ["approveNo"] = payment.ApproveNumber,
        ["useCardPoint"] = card.UseCardPoint,
        ["cardType"] = words.CardType,
        ["ownerType"] = words.OwnerType,
        ["acquireStatus"] = payment switch
        {
            { Balance: 0 } => "CANCELED",
            { AcquireRequested: true } => "REQUESTED",
            _ => "READY",
        },
        ["amount"] = payment.Session.Amount,
    };
}
