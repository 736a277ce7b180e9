namespace PaymentSdk.CommandLine.Reports;

/// <summary>One row of a journal.</summary>
internal static class JournalRows
{
    public static string Text(JournalEntry row) =>
        $"{Words.Moment(row.RecordedAt)}  {row.From?.ToString() ?? "-"} -> {row.To}  by {row.Cause} of {row.Actor}{(row.Evidence is null ? "" : $"  ({row.Evidence})")}";

    public static void Write(JsonLine json, JournalEntry row)
    {
        json.Moment("recordedAt", row.RecordedAt);
        json.Text("orderId", row.OrderId.Value);
        json.Text("from", row.From?.ToString());
        json.Text("to", row.To.ToString());
        json.Text("cause", row.Cause);
        json.Text("actor", row.Actor);
        json.Text("evidence", row.Evidence);
    }
}
