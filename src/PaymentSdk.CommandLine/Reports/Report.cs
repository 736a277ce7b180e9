using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Writes a reconciliation report in one of its forms.</summary>
internal static class Report
{
    public static void Write(ReconciliationReport report, TextWriter output, ReconciliationFormat format)
    {
        switch (format)
        {
            case ReconciliationFormat.Csv:
                ReportCsv.Write(report, output);
                break;
            case ReconciliationFormat.JsonLines:
                ReportJson.Write(report, output);
                break;
            default:
                ReportTable.Write(report, output);
                break;
        }
    }
}

/// <summary>Writes a report as comma-separated values, with sums, breaks and the total in one set of columns (RFC 4180).</summary>
internal static class ReportCsv
{
    public static void Write(ReconciliationReport report, TextWriter output)
    {
        Line(output, "record", "merchant", "from", "until", "method", "currency", "our_count", "ours", "their_count", "theirs", "difference",
            "kind", "day", "transaction_key", "order_id", "payment_key", "age_hours", "owner", "detail");
        var (from, until) = (KoreanTime.Text(report.Range.From), KoreanTime.Text(report.Range.Until));
        foreach (var sum in report.Sums)
        {
            Line(output, "sum", Text(report.Merchant), from, until, Text(sum.Method), Text(sum.Currency.Value), ReportRows.Number(sum.OurCount), ReportRows.Plain(sum.Ours),
                ReportRows.Number(sum.TheirCount), ReportRows.Plain(sum.Theirs), ReportRows.Plain(sum.Difference), "", "", "", "", "", "", "", "");
        }
        foreach (var row in report.Breaks)
        {
            Line(output, "break", Text(report.Merchant), from, until, "", Text(row.Currency.Value), "", ReportRows.Plain(row.Ours), "", ReportRows.Plain(row.Theirs),
                ReportRows.Plain((row.Ours ?? 0) - (row.Theirs ?? 0)), ReportRows.Word(row.Kind), KoreanTime.Text(row.Day), Text(row.TransactionKey),
                Text(row.OrderId), Text(row.PaymentKey), ReportRows.Number(ReportRows.AgeHours(report, row)), Text(row.Owner), Text(row.Detail));
        }
        Line(output, "total", Text(report.Merchant), from, until, "", "", ReportRows.Number(report.Sums.Sum(sum => sum.OurCount)), "",
            ReportRows.Number(report.Sums.Sum(sum => sum.TheirCount)), "", "", "", "", "", "", "", "", "",
            $"{report.Breaks.Count} open breaks; {report.MovementsAdded} movements added; {report.Repaired.Count} orders repaired; {report.OtherBreaks} breaks of other days");
    }

    private static void Line(TextWriter output, params string[] cells) => output.Write(string.Join(',', cells.Select(Quote)) + "\r\n");

    /// <summary>Adds an apostrophe before a text that a spreadsheet would read as a formula.</summary>
    private static string Text(string? text) => text is { Length: > 1 } && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text ?? "";

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
