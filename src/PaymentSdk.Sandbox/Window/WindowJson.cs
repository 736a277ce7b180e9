using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentSdk.Sandbox.Window;

/// <summary>How the window's own answers are written: what is null is left out, as the real script's results do.</summary>
internal static class WindowJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
