using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>A complete answer of the API. The body is stored as bytes, so that a replay is identical to the first answer.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body, string ContentType = "application/json")
{
    /// <summary>The type of the object in the body, for the envelope of version 2; null for errors and for version 1.</summary>
    public string? EntityType { get; init; }

    /// <summary>A 200 answer without a body.</summary>
    public static ApiAnswer Empty { get; } = new(200, [], "");

    public static ApiAnswer Ok(JsonNode body) => new(200, Json.Write(body));

    /// <summary>
    /// Returns a known error with the status of the error table. The message names the member of the request that is wrong, if one is known.
    /// </summary>
    public static ApiAnswer Error(string code, bool english, string? member = null)
    {
        var row = ErrorTable.Find(code) ?? ErrorTable.Find("UNKNOWN_ERROR")!;
        return Error(row.Status, row.Code, member is null ? row.Message(english) : $"{row.Message(english)} ({member})");
    }

    /// <summary>Returns an error that the table does not have, or one whose status differs from the table's.</summary>
    public static ApiAnswer Error(int status, string code, string message) =>
        new(status, Json.Write(new JsonObject { ["code"] = code, ["message"] = message }));
}
