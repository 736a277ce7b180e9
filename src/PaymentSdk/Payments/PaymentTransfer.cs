using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>A transfer from a bank account.</summary>
public sealed record PaymentTransfer
{
    /// <summary>The bank; null in versions before 2022-11-16, see <see cref="Bank"/>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The bank's name in versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>Whether it has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

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
        builder.Append(", SettlementStatus = ").Append(SettlementStatus);
        return true;
    }
}
