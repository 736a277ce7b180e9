using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a cash receipt row issues or cancels a receipt. An unknown transaction type is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptTransactionType>)), OpenValue("transaction type")]
public readonly partial record struct CashReceiptTransactionType : IOpenValue<CashReceiptTransactionType>
{
    /// <summary>The row is the issue of a cash receipt.</summary>
    public static CashReceiptTransactionType Confirm { get; } = new("CONFIRM");

    /// <summary>The row is the cancellation of a cash receipt.</summary>
    public static CashReceiptTransactionType Cancel { get; } = new("CANCEL");
}
