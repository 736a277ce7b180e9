using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a cash receipt row issues or takes back. An unknown transaction type is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptTransactionType>)), OpenValue("transaction type")]
public readonly partial record struct CashReceiptTransactionType : IOpenValue<CashReceiptTransactionType>
{
    /// <summary>Issued.</summary>
    public static CashReceiptTransactionType Confirm { get; } = new("CONFIRM");

    /// <summary>Taken back.</summary>
    public static CashReceiptTransactionType Cancel { get; } = new("CANCEL");
}
