namespace PaymentSdk.CommandLine.Reports;

/// <summary>The form in which a report is written.</summary>
internal enum ReconciliationFormat
{
    /// <summary>Columns of text, for people.</summary>
    Table,

    /// <summary>Comma-separated values with a header (RFC 4180), one line per sum, break and total.</summary>
    Csv,

    /// <summary>One JSON object per line for each sum, break and total. The member <c>record</c> says which one it is.</summary>
    JsonLines,
}
