using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PaymentSdk.AspNetCore.Endpoints;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The JSON that the operators' page and its endpoints exchange: camelCase names, and a duplicate member is an error.</summary>
[JsonSerializable(typeof(OperatorRequest))]
[JsonSerializable(typeof(Told))]
[JsonSerializable(typeof(Desk))]
[JsonSerializable(typeof(OrderFile))]
internal sealed partial class OperatorJson : JsonSerializerContext
{
    public static OperatorJson Answers { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// <summary>The body of a request from the page.</summary>
internal sealed record OperatorRequest
{
    /// <summary>The name that was typed on the page. It is ignored when the signed-in user has a name.</summary>
    public string? Who { get; init; }

    public string? Why { get; init; }

    /// <summary>The id that the page creates for each refund and keeps until the outcome is known, so that pressing twice refunds once.</summary>
    public string? RefundId { get; init; }

    /// <summary>
    /// For a refund, the amount, or null for everything that is left. For a resolution, the amount that the operator has read and accepts.
    /// </summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of the amount that the operator has read; null when the operator typed the amount.</summary>
    public string? Currency { get; init; }

    public string? Bank { get; init; }

    public string? AccountNumber { get; init; }

    public string? HolderName { get; init; }

    /// <summary>The resolution, spelled as in the command.</summary>
    public string? As { get; init; }

    public bool WithoutQuery { get; init; }

    /// <summary>The transaction key of a discrepancy.</summary>
    public string? Key { get; init; }

    /// <summary>The id of an event.</summary>
    public Guid? Id { get; init; }
}

/// <summary>The result of an action of the operator.</summary>
/// <param name="Done">Whether the action is done or under way.</param>
/// <param name="Outcome">What happened, in one word for which the page has a sentence in both languages; null if "done" is enough.</param>
/// <param name="Text">A code, an id or a message that is part of that sentence; null if there is none.</param>
/// <param name="Reason">A reason in both languages that is part of that sentence; null if there is none.</param>
/// <param name="Until">A time that is part of that sentence; null if there is none.</param>
/// <param name="Report">The report of a reconciliation; null for every other action.</param>
internal sealed record Told(
    bool Done, string? Outcome = null, string? Text = null, BuyerTextAnswer? Reason = null, DateTimeOffset? Until = null, ReconciledDays? Report = null)
{
    public static Told NotFound { get; } = new(false, "order-not-found");
}
