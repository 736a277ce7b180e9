using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>The bank account that the buyer named for refunds.</summary>
public sealed record PaymentRefundAccount
{
    /// <summary>The bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The bank's name in versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>The account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The holder.</summary>
    public string? HolderName { get; init; }

    /// <summary>Members that this version of the SDK does not know; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    // Only what is neither personal nor secret is printed; unknown members may be anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("BankCode = ").Append(BankCode);
        return true;
    }
}
