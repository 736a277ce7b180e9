using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The JSON of the answers: camelCase, null members left out, Korean not escaped.</summary>
[JsonSerializable(typeof(OrderAnswer))]
[JsonSerializable(typeof(OpenedAnswer))]
[JsonSerializable(typeof(WidgetAnswer))]
internal sealed partial class EndpointJson : JsonSerializerContext
{
    public static EndpointJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
