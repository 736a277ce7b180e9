using System.Globalization;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Formats the values that all formats of a report share.</summary>
internal static class ReportRows
{
    /// <summary>Returns the name of a kind of break.</summary>
    public static string Word(ReconciliationBreakKind kind) => kind switch
    {
        ReconciliationBreakKind.OursOnly => "ours-only",
        ReconciliationBreakKind.TheirsOnly => "theirs-only",
        _ => "different",
    };

    /// <summary>Returns an amount for programs, without grouping.</summary>
    public static string Plain(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Returns an amount for people, with its digits grouped.</summary>
    public static string Grouped(decimal? amount) => amount?.ToString(amount % 1 == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Returns the full hours since a break was opened.</summary>
    public static long AgeHours(ReconciliationReport report, ReconciliationBreak row) => Math.Max(0, (long)(report.MadeAt - row.OpenedAt).TotalHours);

    /// <summary>Returns the age in hours, or in days from 48 hours on.</summary>
    public static string Age(ReconciliationReport report, ReconciliationBreak row) =>
        AgeHours(report, row) is var hours && hours < 48
            ? string.Create(CultureInfo.InvariantCulture, $"{hours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{hours / 24} d");

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
