using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Writes a report as JSON lines.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static void Write(ReconciliationReport report, TextWriter output)
    {
        foreach (var sum in report.Sums)
            Line(output, "sum", json => Sum(json, sum));
        foreach (var row in report.Breaks)
            Line(output, "break", json => Break(json, report, row));
        Line(output, "total", json => Total(json, report));
    }

    private static void Sum(Utf8JsonWriter json, ReconciliationSum sum)
    {
        json.WriteString("method", sum.Method);
        json.WriteString("currency", sum.Currency.Value);
        json.WriteNumber("ourCount", sum.OurCount);
        json.WriteNumber("ours", sum.Ours);
        json.WriteNumber("theirCount", sum.TheirCount);
        json.WriteNumber("theirs", sum.Theirs);
        json.WriteNumber("difference", sum.Difference);
    }

    private static void Break(Utf8JsonWriter json, ReconciliationReport report, ReconciliationBreak row)
    {
        json.WriteString("kind", ReportRows.Word(row.Kind));
        json.WriteString("day", KoreanTime.Text(row.Day));
        json.WriteString("transactionKey", row.TransactionKey);
        json.WriteString("orderId", row.OrderId);
        json.WriteString("paymentKey", row.PaymentKey);
        Number(json, "ours", row.Ours);
        Number(json, "theirs", row.Theirs);
        json.WriteString("currency", row.Currency.Value);
        json.WriteNumber("ageHours", ReportRows.AgeHours(report, row));
        json.WriteString("owner", row.Owner);
        json.WriteString("detail", row.Detail);
    }

    private static void Total(Utf8JsonWriter json, ReconciliationReport report)
    {
        json.WriteString("merchant", report.Merchant);
        json.WriteString("from", KoreanTime.Text(report.Range.From));
        json.WriteString("until", KoreanTime.Text(report.Range.Until));
        json.WriteNumber("breaks", report.Breaks.Count);
        json.WriteNumber("otherBreaks", report.OtherBreaks);
        json.WriteNumber("linesAdded", report.MovementsAdded);
        json.WriteStartArray("repaired");
        foreach (var order in report.Repaired)
            json.WriteStringValue(order.Value);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Line(TextWriter output, string record, Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("record", record);
            members(json);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n");
    }
}
