using System.Globalization;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>The words of a report that its forms share.</summary>
internal static class ReportRows
{
    /// <summary>How a break is called.</summary>
    public static string Word(ReconciliationBreakKind kind) => kind switch
    {
        ReconciliationBreakKind.OursOnly => "ours-only",
        ReconciliationBreakKind.TheirsOnly => "theirs-only",
        _ => "different",
    };

    /// <summary>An amount as a machine reads it.</summary>
    public static string Plain(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>An amount as a person reads it.</summary>
    public static string Grouped(decimal? amount) => amount?.ToString(amount % 1 == 0 ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Full hours since a break was opened.</summary>
    public static long AgeHours(ReconciliationReport report, ReconciliationBreak row) => Math.Max(0, (long)(report.MadeAt - row.OpenedAt).TotalHours);

    /// <summary>The age in the largest fitting unit.</summary>
    public static string Age(ReconciliationReport report, ReconciliationBreak row) =>
        AgeHours(report, row) is var hours && hours < 48
            ? string.Create(CultureInfo.InvariantCulture, $"{hours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{hours / 24} d");

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
