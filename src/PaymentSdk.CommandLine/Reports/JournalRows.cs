using PaymentSdk.Ledger;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Writes one move of an order, from the journal or from the attention list.</summary>
internal static class JournalRows
{
    public static string Text(EvidenceEntry row) => Text(row.RecordedAt, row.From, row.To, row.Cause, row.Actor, row.SeenBy);

    public static string Text(JournalEntry row) => Text(row.RecordedAt, row.From, row.To, row.Cause, row.Actor, row.Evidence);

    public static void Write(JsonLine json, EvidenceEntry row) => Write(json, row.OrderId, row.RecordedAt, row.From, row.To, row.Cause, row.Actor, row.SeenBy);

    public static void Write(JsonLine json, JournalEntry row) => Write(json, row.OrderId, row.RecordedAt, row.From, row.To, row.Cause, row.Actor, row.Evidence);

    private static string Text(DateTimeOffset at, AttemptState? from, AttemptState to, string cause, string actor, string? seenBy) =>
        $"{Words.Moment(at)}  {from?.ToString() ?? "-"} -> {to}  by {cause} of {actor}{(seenBy is null ? "" : $"  ({seenBy})")}";

    private static void Write(JsonLine json, OrderId orderId, DateTimeOffset at, AttemptState? from, AttemptState to, string cause, string actor, string? seenBy)
    {
        json.Moment("recordedAt", at);
        json.Text("orderId", orderId.Value);
        json.Text("from", from?.ToString());
        json.Text("to", to.ToString());
        json.Text("cause", cause);
        json.Text("actor", actor);
        json.Text("evidence", seenBy);
    }
}
