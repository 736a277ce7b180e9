using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk;

/// <summary>Why a payment failed.</summary>
public sealed record PaymentFailure
{
    /// <summary>The error code.</summary>
    public PaymentErrorCode Code { get; init; }

    /// <summary>The API's message, at most 510 characters. For the log of the shop, not for the buyer.</summary>
    public string? Message { get; init; }

    /// <summary>Members that this version of the SDK does not know; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    // Only what is neither personal nor secret is printed; unknown members may be anything.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Code = ").Append(Code);
        return true;
    }
}
