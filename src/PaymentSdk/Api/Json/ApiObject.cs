using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Api;

/// <summary>
/// A thing that the API sent: members that this version of the SDK does not know are kept, not lost. Results are records
/// for <c>init</c> and <c>with</c>, not for equality.
/// </summary>
public abstract record ApiObject
{
    // Only the SDK reads the wire.
    private protected ApiObject()
    {
    }

    /// <summary>Members that this version of the SDK does not know or cannot read; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Prints nothing: each record says itself what of it is neither personal nor secret. Unknown members may be anything.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
