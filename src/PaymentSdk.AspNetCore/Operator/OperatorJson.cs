using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The JSON between the operators' page and its endpoints: camelCase; a member given twice is an error.</summary>
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

/// <summary>What the page asks for.</summary>
internal sealed record OperatorRequest
{
    /// <summary>The name that was typed on the page; not read when the signed-in user has a name.</summary>
    public string? Who { get; init; }

    public string? Why { get; init; }

    /// <summary>The page makes one for each refund and keeps it until the outcome is known: pressing twice refunds once.</summary>
    public string? RefundId { get; init; }

    /// <summary>How much to refund, null for all that is left; or the amount that the operator has read and accepts.</summary>
    public decimal? Amount { get; init; }

    public string? Bank { get; init; }

    public string? AccountNumber { get; init; }

    public string? HolderName { get; init; }

    /// <summary>The resolution, as the command writes it.</summary>
    public string? As { get; init; }

    public bool WithoutQuery { get; init; }

    /// <summary>The transaction of a discrepancy.</summary>
    public string? Key { get; init; }

    /// <summary>An event.</summary>
    public Guid? Id { get; init; }
}

/// <summary>What became of something the operator asked for.</summary>
/// <param name="Done">Whether it is done, or on its way.</param>
/// <param name="Outcome">What happened, one word. The page has a sentence for it in both languages; null where "done" says it all.</param>
/// <param name="Text">A reason that stands in that sentence; null when there is none.</param>
/// <param name="Until">A moment that stands in that sentence; null when there is none.</param>
/// <param name="Report">What a reconciliation found; null for everything else.</param>
internal sealed record Told(bool Done, string? Outcome = null, string? Text = null, DateTimeOffset? Until = null, ReconciledDays? Report = null)
{
    public static Told NotFound { get; } = new(false, "order-not-found");
}
