using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The JSON options of the window's own answers. Null members are omitted, as in the results of the real script.</summary>
internal static class WindowJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
