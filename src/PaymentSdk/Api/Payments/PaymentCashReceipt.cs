using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A cash receipt of a payment.</summary>
public sealed record PaymentCashReceipt : ApiObject
{
    /// <summary>What it is for.</summary>
    public CashReceiptType? Type { get; init; }

    /// <summary>Its key, at most 200 characters.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The tax office's number, at most 9 characters.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>Its page. An https address; null when the answer names another one.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Its amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, Amount]);
}
