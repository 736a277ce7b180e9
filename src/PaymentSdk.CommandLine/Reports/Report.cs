namespace PaymentSdk.CommandLine.Reports;

/// <summary>A reconciliation report in one of its forms.</summary>
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
