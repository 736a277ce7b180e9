using System.Text.Json.Nodes;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>A whole answer of the API, as bytes, so that a replay repeats it exactly.</summary>
internal sealed record ApiAnswer(int Status, byte[] Body, string ContentType = "application/json")
{
    /// <summary>What the body is, for the envelope of version 2.</summary>
    public string? EntityType { get; init; }

    /// <summary>200 without a body.</summary>
    public static ApiAnswer Empty { get; } = new(200, [], "");

    public static ApiAnswer Ok(JsonNode body) => new(200, Json.Write(body));

    /// <summary>A known error with its own status; the message names the member, where there is one.</summary>
    public static ApiAnswer Error(string code, bool english, string? member = null)
    {
        var row = ErrorTable.Find(code) ?? ErrorTable.Find("UNKNOWN_ERROR")!;
        return Error(row.Status, row.Code, member is null ? row.Message(english) : $"{row.Message(english)} ({member})");
    }

    /// <summary>An error that the table does not have, or with another status than the table's.</summary>
    public static ApiAnswer Error(int status, string code, string message) =>
        new(status, Json.Write(new JsonObject { ["code"] = code, ["message"] = message }));
}
