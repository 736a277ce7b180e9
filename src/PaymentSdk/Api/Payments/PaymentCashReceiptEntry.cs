using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One row of the cash receipt history, in no order.</summary>
public sealed record PaymentCashReceiptEntry : ApiObject
{
    /// <summary>Its key, at most 200 characters.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The order id.</summary>
    public string? OrderId { get; init; }

    /// <summary>What was bought.</summary>
    public string? OrderName { get; init; }

    /// <summary>What it is for.</summary>
    public CashReceiptType? Type { get; init; }

    /// <summary>The tax office's number, at most 9 characters.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>How far it is.</summary>
    public CashReceiptIssueStatus? IssueStatus { get; init; }

    /// <summary>Issued or taken back.</summary>
    public CashReceiptTransactionType? TransactionType { get; init; }

    /// <summary>The shop's business number, 10 digits.</summary>
    public string? BusinessNumber { get; init; }

    /// <summary>Whom it was issued to.</summary>
    public string? CustomerIdentityNumber { get; init; }

    /// <summary>Its page. An https address; null when the answer names another one.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Its amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Why the tax office refused it.</summary>
    public PaymentFailure? Failure { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, TransactionType, IssueStatus, Amount]);
}
