using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>Writes JSON as the payment API does: in UTF-8, with Korean letters unescaped.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(_options));
}
