using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>How the gateway writes JSON: as UTF-8 with Korean letters as they are.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(_options));
}
