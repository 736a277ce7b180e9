using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>The columns that a SQLite table has.</summary>
internal static class SqliteColumns
{
    private const string Statement = "SELECT name, type, \"notnull\", dflt_value IS NOT NULL FROM pragma_table_xinfo(@p0)";

    public static Task<IReadOnlyList<StoredColumn>> ReadAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        database.ColumnsAsync(Statement, table.GetTableName()!, cancellationToken);

    /// <summary>Whether SQLite keeps values of both types alike. It knows no lengths.</summary>
    public static bool Holds(string stored, string expected) => Affinity(stored) == Affinity(expected);

    /// <summary>The rules of sqlite.org/datatype3.html, in their order.</summary>
    private static string Affinity(string type) => type.ToUpperInvariant() switch
    {
        var integer when integer.Contains("INT", StringComparison.Ordinal) => "INTEGER",
        var text when text.Contains("CHAR", StringComparison.Ordinal) || text.Contains("CLOB", StringComparison.Ordinal) || text.Contains("TEXT", StringComparison.Ordinal) => "TEXT",
        var bytes when bytes.Length == 0 || bytes.Contains("BLOB", StringComparison.Ordinal) => "BLOB",
        var real when real.Contains("REAL", StringComparison.Ordinal) || real.Contains("FLOA", StringComparison.Ordinal) || real.Contains("DOUB", StringComparison.Ordinal) => "REAL",
        _ => "NUMERIC",
    };
}
