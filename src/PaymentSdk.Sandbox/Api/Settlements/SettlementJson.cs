using System.Globalization;
using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Settlements;

/// <summary>
/// Writes the Settlement object (docs/spec/payment-api.md §3.7). As in recorded rows, a row of a transfer has no <c>fees</c>, and a row of a virtual
/// account has neither <c>fees</c> nor <c>transactionKey</c> (docs/spec/payment-api.md §13).
/// </summary>
internal static class SettlementJson
{
    public static JsonObject Write(Settlement settlement, Words words)
    {
        var payment = settlement.Line.Payment;
        var row = new JsonObject
        {
            ["mId"] = payment.Session.Merchant.MId,
            ["paymentKey"] = payment.PaymentKey,
            ["transactionKey"] = settlement.Line.Execution.TransactionKey,
            ["orderId"] = payment.Session.OrderId,
            ["currency"] = payment.Session.Currency,
            ["method"] = words.Method(payment.Choice),
            ["amount"] = settlement.Line.Amount,
            ["interestFee"] = 0,
            ["fee"] = settlement.Fee,
            ["fees"] = new JsonArray(new JsonObject { ["type"] = "BASE", ["fee"] = settlement.Fee }),
            ["supplyAmount"] = settlement.Fee - settlement.Vat,
            ["vat"] = settlement.Vat,
            ["payOutAmount"] = settlement.PayOutAmount,
            ["approvedAt"] = payment.ApprovedAt is { } approved ? Korea.Time(approved) : null,
            ["soldDate"] = Day(settlement.SoldDate),
            ["paidOutDate"] = Day(settlement.PaidOutDate),
            ["card"] = MethodJson.Card(payment, words),
            ["easyPay"] = MethodJson.EasyPay(payment, words),
            ["giftCertificate"] = null,
            ["mobilePhone"] = MethodJson.MobilePhone(payment),
            ["transfer"] = MethodJson.Transfer(payment),
            ["virtualAccount"] = MethodJson.VirtualAccount(payment, words, settlement.Line.Execution.At),
            ["cancel"] = settlement.Line.Cancel is { } cancel ? MethodJson.Cancel(cancel) : null,
        };
        if (payment.Choice is PaymentChoice.Transfer or PaymentChoice.VirtualAccount)
            row.Remove("fees");
        if (payment.Choice is PaymentChoice.VirtualAccount)
            row.Remove("transactionKey");
        return row;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
