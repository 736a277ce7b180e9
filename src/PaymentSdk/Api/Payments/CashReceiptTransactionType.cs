using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a cash receipt row issues or takes back. An unknown transaction type is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptTransactionType>))]
[TypeConverter(typeof(TextTypeConverter<CashReceiptTransactionType>))]
public readonly record struct CashReceiptTransactionType : IOpenValue<CashReceiptTransactionType>
{
    private readonly string? _value;

    private CashReceiptTransactionType(string value) => _value = value;

    /// <summary>Issued.</summary>
    public static CashReceiptTransactionType Confirm { get; } = new("CONFIRM");

    /// <summary>Taken back.</summary>
    public static CashReceiptTransactionType Cancel { get; } = new("CANCEL");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The transaction type of this text.</summary>
    public static CashReceiptTransactionType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CashReceiptTransactionType result) => OpenText.TryParse(s, out result);

    static CashReceiptTransactionType IParsable<CashReceiptTransactionType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<CashReceiptTransactionType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
