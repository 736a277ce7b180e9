using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Writes a report for people.</summary>
internal static class ReportTable
{
    public static void Write(ReconciliationReport report, TextWriter output)
    {
        var merchant = report.Merchant.Length == 0 ? "" : $" of {report.Merchant}";
        output.WriteLine($"Reconciliation{merchant}, {KoreanTime.Text(report.Range.From)} to {KoreanTime.Text(report.Range.Until.AddDays(-1))}, days in Asia/Seoul");
        output.WriteLine();
        WriteSums(report, output);
        if (report.Breaks.Count > 0)
            WriteBreaks(report, output);
        WriteTotal(report, output);
    }

    private static void WriteSums(ReconciliationReport report, TextWriter output)
    {
        if (report.Sums.Count == 0)
        {
            output.WriteLine("No money moved, here or at the gateway.");
            return;
        }
        var columns = new TextColumns("Method", "Currency", ">Our lines", ">Our sum", ">Theirs", ">Their sum", ">Difference");
        foreach (var sum in report.Sums)
        {
            columns.Add(
                sum.Method, sum.Currency.Value, ReportRows.Number(sum.OurCount), ReportRows.Grouped(sum.Ours),
                ReportRows.Number(sum.TheirCount), ReportRows.Grouped(sum.Theirs), ReportRows.Grouped(sum.Difference));
        }
        columns.Write(output);
    }

    private static void WriteBreaks(ReconciliationReport report, TextWriter output)
    {
        output.WriteLine();
        var columns = new TextColumns("Discrepancy", "Day", "Transaction key", "Order id", ">Ours", ">Theirs", "Currency", "Age", "Owner", "What");
        foreach (var row in report.Breaks)
        {
            columns.Add(
                ReportRows.Word(row.Kind), KoreanTime.Text(row.Day), row.TransactionKey, row.OrderId ?? "-", ReportRows.Grouped(row.Ours),
                ReportRows.Grouped(row.Theirs), row.Currency.Value, ReportRows.Age(report, row), row.Owner ?? "-", row.Detail);
        }
        columns.Write(output);
    }

    private static void WriteTotal(ReconciliationReport report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(report.Breaks.Count == 0 ? "The ledger and the gateway agree." : $"{Discrepancies(report.Breaks.Count)} open.");
        if (report.MovementsAdded > 0)
            output.WriteLine($"{report.MovementsAdded} money movements were missing from the ledger and were added.");
        foreach (var order in report.Repaired)
            output.WriteLine($"Order {order} differed from the gateway and was updated.");
        if (report.OtherBreaks > 0)
            output.WriteLine($"On other days, {Discrepancies(report.OtherBreaks)} open.");
    }

    private static string Discrepancies(int count) => count == 1 ? "1 discrepancy is" : $"{count} discrepancies are";
}

/// <summary>Columns of text, as wide as their content. A column whose heading begins with <c>&gt;</c> is aligned to the right.</summary>
internal sealed class TextColumns(params string[] headings)
{
    private const int Longest = 100;

    private readonly List<string[]> _rows = [[.. headings.Select(heading => heading.TrimStart('>'))]];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Clean)]);

    public void Write(TextWriter output)
    {
        var widths = headings.Select((_, column) => _rows.Max(row => Width(row[column]))).ToArray();
        foreach (var row in _rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => Pad(cell, widths[column], headings[column][0] == '>'))).TrimEnd());
    }

    private static string Pad(string cell, int width, bool right)
    {
        var space = new string(' ', width - Width(cell));
        return right ? space + cell : cell + space;
    }

    /// <summary>Replaces control characters and truncates the text, so that data from the network cannot break the line or the terminal.</summary>
    private static string Clean(string cell)
    {
        var clean = new string([.. cell.Select(character => char.IsControl(character) ? ' ' : character)]);
        return clean.Length > Longest ? clean[..Longest] + "…" : clean;
    }

    /// <summary>Returns the width of a text. Hangul and Chinese characters take two columns of a terminal.</summary>
    private static int Width(string cell) => cell.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60;
}
