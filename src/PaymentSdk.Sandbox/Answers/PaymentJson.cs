using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Writes a payment as the API's Payment object, version 2022-11-16 (docs/spec/payment-api.md §3.1).</summary>
internal static class PaymentJson
{
    public static JsonObject Write(Payment payment, Words words, DateTimeOffset now)
    {
        var settled = payment.LastTransactionKey is not null;
        var json = new JsonObject
        {
            ["mId"] = payment.Session.Merchant.MId,
            ["lastTransactionKey"] = payment.LastTransactionKey,
            ["transactionKey"] = payment.LastTransactionKey,
            ["paymentKey"] = payment.PaymentKey,
            ["orderId"] = payment.Session.OrderId,
            ["orderName"] = payment.Session.OrderName,
            ["taxExemptionAmount"] = payment.TaxExemptionBalance,
            ["status"] = payment.Status,
            ["requestedAt"] = Korea.Time(payment.RequestedAt),
            ["approvedAt"] = payment.ApprovedAt is { } approved ? Korea.Time(approved) : null,
            ["useEscrow"] = payment.Session.UseEscrow,
            // A card payment is never a culture expense (docs/spec/payment-api.md §3.1).
            ["cultureExpense"] = payment.Session.CultureExpense && payment.Choice is not (PaymentChoice.Card or PaymentChoice.EasyPay),
            ["card"] = settled ? MethodJson.Card(payment, words) : null,
            ["virtualAccount"] = MethodJson.VirtualAccount(payment, words, now),
            ["transfer"] = settled ? MethodJson.Transfer(payment) : null,
            ["mobilePhone"] = settled ? MethodJson.MobilePhone(payment) : null,
            ["giftCertificate"] = null,
            ["cashReceipt"] = MethodJson.CashReceipt(payment),
            ["cashReceipts"] = null,
            ["discount"] = payment.Discount > 0 ? new JsonObject { ["amount"] = payment.Discount } : null,
            ["cancels"] = MethodJson.Cancels(payment),
            ["secret"] = payment.Secret,
            ["type"] = payment.Session.Type,
            ["easyPay"] = settled ? MethodJson.EasyPay(payment, words) : null,
            ["country"] = "KR",
            ["failure"] = payment.Failure is { } failure ? FailureOf(failure, words) : null,
            ["isPartialCancelable"] = payment.Status != PaymentStatus.WaitingForDeposit && payment.IsPartlyCancelable,
            ["receipt"] = settled ? Url(ReceiptUrl(payment)) : null,
            ["checkout"] = Url($"{payment.Session.Base}/v1/payments/{payment.PaymentKey}/checkout"),
            ["currency"] = payment.Session.Currency,
            ["totalAmount"] = payment.Session.Amount,
            ["balanceAmount"] = payment.Balance,
            ["suppliedAmount"] = Vat.SuppliedAmount(payment),
            ["vat"] = Vat.Of(payment),
            ["taxFreeAmount"] = payment.TaxFreeBalance,
            ["metadata"] = Metadata(payment.Session),
            ["method"] = words.Method(payment.Choice),
            ["version"] = "2022-11-16",
        };
        return payment.Status == PaymentStatus.Expired ? AsSeenExpired(json) : json;
    }

    /// <summary>Removes the values that real expired payments do not have (docs/spec/payment-api.md §3.12).</summary>
    private static JsonObject AsSeenExpired(JsonObject json)
    {
        json["method"] = null;
        json["useEscrow"] = null;
        json["orderName"] = "";
        json.Remove("metadata");
        return json;
    }

    public static JsonObject FailureOf(Failure failure, Words words) => new()
    {
        ["code"] = failure.Code,
        ["message"] = (ErrorTable.Find(failure.Code) ?? ErrorTable.Find("UNKNOWN_PAYMENT_ERROR")!).Message(words.English),
    };

    private static JsonObject? Metadata(PaymentSession session) => session.Metadata is { Count: > 0 } metadata
        ? new JsonObject(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)))
        : null;

    public static string ReceiptUrl(Payment payment) => $"{payment.Session.Base}/receipts/{payment.PaymentKey}";

    private static JsonObject Url(string url) => new() { ["url"] = url };
}

/// <summary>Splits the balance of a payment into supplied amount and VAT (docs/spec/payment-api.md §3.1).</summary>
internal static class Vat
{
    public static decimal Of(Payment payment) => payment.Session.Currency == "KRW"
        ? Math.Round(Taxed(payment) / 11, MidpointRounding.AwayFromZero)
        : 0;

    public static decimal SuppliedAmount(Payment payment) => Taxed(payment) - Of(payment);

    /// <summary>The part of the balance that is subject to VAT, including the VAT.</summary>
    private static decimal Taxed(Payment payment) => payment.Balance - payment.TaxFreeBalance - payment.TaxExemptionBalance;
}
