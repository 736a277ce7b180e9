using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>A cash receipt of a payment.</summary>
public sealed record PaymentCashReceipt
{
    /// <summary>What it is for.</summary>
    public CashReceiptType? Type { get; init; }

    /// <summary>Its key, at most 200 characters.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The tax office's number, at most 9 characters.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>Its page.</summary>
    public string? ReceiptUrl { get; init; }

    /// <summary>Its amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Members that this version of the SDK does not know; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    // Only what is neither personal nor secret is printed; unknown members may be anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Type = ").Append(Type);
        builder.Append(", Amount = ").Append(Amount);
        return true;
    }
}
