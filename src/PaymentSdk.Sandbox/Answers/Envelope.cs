using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>The envelope that version 2 of the API puts around every answer (docs/spec/payment-api.md §1.5).</summary>
internal static class Envelope
{
    private const string _version = "2022-11-16";

    /// <summary>Returns the answer in its envelope. An answer that is not JSON, such as an error page of a proxy, is returned unchanged.</summary>
    public static ApiAnswer Around(ApiAnswer answer, string traceId)
    {
        if (answer.ContentType != "application/json" || answer.Body.Length == 0)
            return answer;
        var body = JsonNode.Parse(answer.Body)!;
        var envelope = new JsonObject { ["version"] = _version, ["traceId"] = traceId };
        if (answer.Status == 200)
            (envelope["entityType"], envelope["entityBody"]) = (answer.EntityType, body);
        else
            envelope["error"] = body;
        return answer with { Body = Json.Write(envelope) };
    }

    /// <summary>Returns one page of a list.</summary>
    public static ApiAnswer List(IEnumerable<JsonObject> items, bool hasNext, string? lastCursor) => ApiAnswer.Ok(new JsonObject
    {
        ["hasNext"] = hasNext,
        ["lastCursor"] = lastCursor,
        ["items"] = new JsonArray([.. items]),
    }) with
    {
        EntityType = "x-list",
    };

    public static ApiAnswer Entity(string type, JsonObject body) => ApiAnswer.Ok(body) with { EntityType = type };
}
