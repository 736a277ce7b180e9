using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>Reads and compares the columns of a PostgreSQL table.</summary>
internal static class PostgreSqlColumns
{
    private const string Statement = """
        SELECT attname::text, format_type(atttypid, atttypmod), attnotnull, atthasdef OR attidentity <> ''
        FROM pg_attribute WHERE attrelid = to_regclass(@p0) AND attnum > 0 AND NOT attisdropped
        """;

    private const string Text = "text";
    private const string Bounded = "character varying";
    private const string Number = "numeric";

    public static Task<IReadOnlyList<StoredColumn>> ReadAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        database.ColumnsAsync(Statement, database.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.GetTableName()!, table.GetSchema()), cancellationToken);

    /// <summary>
    /// Returns true if a column of one type can store every value of the other: a text may be longer, and a number may have more digits.
    /// </summary>
    public static bool Holds(string stored, string expected)
    {
        var ((storedName, storedSizes), (name, sizes)) = (Split(stored), Split(expected));
        return (storedName, name) switch
        {
            (Text, Text or Bounded) => true,
            (Bounded, Text) => storedSizes.Length == 0,
            (Bounded, Bounded) => storedSizes.Length == 0 || (sizes.Length > 0 && storedSizes[0] >= sizes[0]),
            (Number, Number) => storedSizes.Length == 0 || (storedSizes[1] >= sizes[1] && storedSizes[0] - storedSizes[1] >= sizes[0] - sizes[1]),
            _ => stored == expected,
        };
    }

    private static (string Name, int[] Sizes) Split(string type) => type.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 && type.EndsWith(')')
        ? (type[..open], [.. type[(open + 1)..^1].Split(',').Select(size => int.TryParse(size, CultureInfo.InvariantCulture, out var number) ? number : 0)])
        : (type, []);
}
