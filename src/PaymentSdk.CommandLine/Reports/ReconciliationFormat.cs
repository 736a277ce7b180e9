namespace PaymentSdk.CommandLine.Reports;

/// <summary>How a report is written.</summary>
internal enum ReconciliationFormat
{
    /// <summary>For people: columns of text.</summary>
    Table,

    /// <summary>Comma-separated values with a header (RFC 4180), one line per sum, break and total.</summary>
    Csv,

    /// <summary>One JSON object per line and sum, break and total; member <c>record</c> says which.</summary>
    JsonLines,
}
