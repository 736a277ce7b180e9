using System.Collections.Frozen;
using System.Globalization;
using PaymentSdk.Sandbox.Http;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>
/// The error codes of the API with their status and messages (docs/spec/payment-api.md §5.2), read from the embedded <c>errors.tsv</c>.
/// </summary>
internal static class ErrorTable
{
    private static readonly FrozenDictionary<string, ErrorRow> _rows = Read();

    /// <summary>Returns the row of a code, or null if the API does not know the code.</summary>
    public static ErrorRow? Find(string code) => _rows.GetValueOrDefault(code);

    private static FrozenDictionary<string, ErrorRow> Read() =>
        EmbeddedFile.Read("errors.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row)
            .ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);

    private static ErrorRow Row(string line) => line.Split('\t') is [var status, var code, var korean, var english]
        ? new ErrorRow(code, int.Parse(status, CultureInfo.InvariantCulture), korean, english)
        : throw new InvalidOperationException($"The error table has an invalid line: {line}");
}
