using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a cash receipt. The tax office answers after one or two days. An unknown issue status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CashReceiptIssueStatus>)), OpenValue("issue status")]
public readonly partial record struct CashReceiptIssueStatus : IOpenValue<CashReceiptIssueStatus>
{
    /// <summary>The cash receipt is being issued.</summary>
    public static CashReceiptIssueStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>The cash receipt is issued.</summary>
    public static CashReceiptIssueStatus Completed { get; } = new("COMPLETED");

    /// <summary>The tax office refused the cash receipt.</summary>
    public static CashReceiptIssueStatus Failed { get; } = new("FAILED");
}
