using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A cash receipt. The tax office answers after one or two days.</summary>
public sealed record CashReceipt : ApiObject
{
    /// <summary>The key of the cash receipt, at most 200 characters. The key of a cancel begins with <c>c_</c>.</summary>
    public required string ReceiptKey { get; init; }

    /// <summary>The number given by the tax office, at most 9 characters.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>The status of the cash receipt.</summary>
    public CashReceiptIssueStatus? IssueStatus { get; init; }

    /// <summary>The amount of the cash receipt.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part of the amount.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The order id for which the cash receipt was issued.</summary>
    public string? OrderId { get; init; }

    /// <summary>The name of the order.</summary>
    public string? OrderName { get; init; }

    /// <summary>The purpose of the cash receipt.</summary>
    public CashReceiptType? Type { get; init; }

    /// <summary>The number given by the tax office, under the name that old versions of the API use.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>Whether this row issues or cancels a cash receipt.</summary>
    public CashReceiptTransactionType? TransactionType { get; init; }

    /// <summary>The shop's business number, 10 digits.</summary>
    public string? BusinessNumber { get; init; }

    /// <summary>The phone number, business number or cash receipt card for which the receipt was issued.</summary>
    public string? CustomerIdentityNumber { get; init; }

    /// <summary>The reason for which the tax office refused the cash receipt; null if it was not refused.</summary>
    public PaymentFailure? Failure { get; init; }

    /// <summary>The time at which the cash receipt was requested.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The time at which the cash receipt was issued, in old versions of the API.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The time at which the cash receipt was canceled, in old versions of the API.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>The URL of the cash receipt's page (https, or http on loopback); null when the answer contains any other URL.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, Type, TransactionType, IssueStatus, Amount]);
}
