using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Api;

/// <summary>
/// The base of all objects that the API returns. Members that this version of the SDK does not know are kept. The derived records support
/// <c>init</c> and <c>with</c>; do not compare them for equality.
/// </summary>
public abstract record ApiObject
{
    // Only the SDK creates API objects.
    private protected ApiObject()
    {
    }

    /// <summary>The members that this version of the SDK does not know or cannot read; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalMembers => Unknown ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>
    /// Prints nothing. Each derived record prints its members that are neither personal nor secret. Unknown members are never printed.
    /// </summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
