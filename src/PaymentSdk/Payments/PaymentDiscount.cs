using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>An instant discount.</summary>
public sealed record PaymentDiscount
{
    /// <summary>How much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Members that this version of the SDK does not know; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    // Only what is neither personal nor secret is printed; unknown members may be anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Amount = ").Append(Amount);
        return true;
    }
}
