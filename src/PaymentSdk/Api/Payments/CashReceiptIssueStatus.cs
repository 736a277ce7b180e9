using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a cash receipt is; the tax office answers after one or two days. An unknown issue status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptIssueStatus>))]
[TypeConverter(typeof(TextTypeConverter<CashReceiptIssueStatus>))]
public readonly record struct CashReceiptIssueStatus : IOpenValue<CashReceiptIssueStatus>
{
    private readonly string? _value;

    private CashReceiptIssueStatus(string value) => _value = value;

    /// <summary>Being issued.</summary>
    public static CashReceiptIssueStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>Issued.</summary>
    public static CashReceiptIssueStatus Completed { get; } = new("COMPLETED");

    /// <summary>Refused.</summary>
    public static CashReceiptIssueStatus Failed { get; } = new("FAILED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The issue status of this text.</summary>
    public static CashReceiptIssueStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CashReceiptIssueStatus result) => OpenText.TryParse(s, out result);

    static CashReceiptIssueStatus IParsable<CashReceiptIssueStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<CashReceiptIssueStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
