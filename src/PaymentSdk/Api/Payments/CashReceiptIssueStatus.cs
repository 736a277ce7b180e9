using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a cash receipt is; the tax office answers after one or two days. An unknown issue status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptIssueStatus>)), OpenValue("issue status")]
public readonly partial record struct CashReceiptIssueStatus : IOpenValue<CashReceiptIssueStatus>
{
    /// <summary>Being issued.</summary>
    public static CashReceiptIssueStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>Issued.</summary>
    public static CashReceiptIssueStatus Completed { get; } = new("COMPLETED");

    /// <summary>Refused.</summary>
    public static CashReceiptIssueStatus Failed { get; } = new("FAILED");
}
