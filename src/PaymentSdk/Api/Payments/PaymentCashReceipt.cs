using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The cash receipt of a payment.</summary>
public sealed record PaymentCashReceipt : ApiObject
{
    /// <summary>The purpose of the cash receipt.</summary>
    public CashReceiptType? Type { get; init; }

    /// <summary>The key of the cash receipt, at most 200 characters.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The number given by the tax office, at most 9 characters.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>The URL of the cash receipt's page (https, or http on loopback); null when the answer contains any other URL.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>The amount of the cash receipt.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part of the amount.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type, Amount]);
}
