using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes the rows of a commit as one command, in one round trip. <c>SaveChanges</c> would use four times the processor time, most of it to determine
/// facts that are already known here (decision 0034).
/// </summary>
internal sealed class CommitStatements
{
    private readonly Dictionary<Type, (char Word, RowStatements Statements)> _tables = [];

    public CommitStatements(DbContext database)
    {
        var sql = database.GetService<ISqlGenerationHelper>();
        var word = 'a';
        foreach (var row in new[] { typeof(PurchaseRow), typeof(AttemptRow), typeof(JournalRow), typeof(OutboxRow), typeof(MoneyMovementRow), typeof(RefundRow) })
            _tables.Add(row, (word++, new RowStatements(database.Model.FindEntityType(row)!, sql)));
    }

    /// <summary>Writes the rows within a transaction.</summary>
    /// <returns>True if every row was written; false if an update found a row that has changed.</returns>
    public async Task<bool> ExecuteAsync(LedgerSession session, DbTransaction transaction, IReadOnlyList<RowWrite> rows, CancellationToken cancellationToken)
    {
        var command = await session.CommandAsync(Shape(rows), made => Write(made, rows), cancellationToken).ConfigureAwait(false);
        command.Transaction = transaction;
        var next = 0;
        foreach (var row in rows)
            next = _tables[row.Row.GetType()].Statements.Fill(command, next, row);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == rows.Count;
    }

    /// <summary>Returns the shape of a commit. Commits that write the same kinds of rows in the same order share a command.</summary>
    private string Shape(IReadOnlyList<RowWrite> rows)
    {
        var shape = new StringBuilder(rows.Count);
        foreach (var row in rows)
        {
            var word = _tables[row.Row.GetType()].Word;
            shape.Append(row.Expected is null ? word : char.ToUpperInvariant(word));
        }

        return shape.ToString();
    }

    private void Write(DbCommand command, IReadOnlyList<RowWrite> rows)
    {
        command.CommandText = "";
        foreach (var row in rows)
            _tables[row.Row.GetType()].Statements.Write(command, insert: row.Expected is null);
    }
}

/// <summary>Writes the rows of one table. The names, types and conversions of the columns come from the EF Core model of the table.</summary>
internal sealed class RowStatements
{
    private readonly string _table;
    private readonly ISqlGenerationHelper _sql;
    private readonly List<Column> _columns;
    private readonly List<Column> _keys;
    private readonly List<Column> _tokens;

    public RowStatements(IEntityType table, ISqlGenerationHelper sql)
    {
        _sql = sql;
        _table = sql.DelimitIdentifier(table.GetTableName()!, table.GetSchema());
        var place = StoreObjectIdentifier.Table(table.GetTableName()!, table.GetSchema());
        _columns = [.. table.GetProperties().Select(property => new Column(property, sql.DelimitIdentifier(property.GetColumnName(place)!)))];
        _keys = [.. _columns.Where(column => column.Property.IsPrimaryKey())];
        _tokens = [.. _columns.Where(column => column.Property.IsConcurrencyToken)];
    }

    /// <summary>Appends the statement and its parameters to the command.</summary>
    public void Write(DbCommand command, bool insert)
    {
        var names = _columns.ToDictionary(column => column, column => Add(command, column));
        command.CommandText += insert
            ? $"INSERT INTO {_table} ({string.Join(", ", _columns.Select(column => column.Name))}) VALUES ({string.Join(", ", _columns.Select(column => names[column]))});\n"
            : $"UPDATE {_table} SET {string.Join(", ", _columns.Except(_keys).Select(column => $"{column.Name} = {names[column]}"))}"
                + $" WHERE {string.Join(" AND ", _keys.Select(column => $"{column.Name} = {names[column]}").Concat(_tokens.Select(column => $"{column.Name} = {Add(command, column)}")))};\n";
    }

    /// <summary>Sets the values of the parameters from <paramref name="first"/> on, and returns the index of the next parameter.</summary>
    public int Fill(DbCommand command, int first, RowWrite write)
    {
        foreach (var column in _columns)
            command.Parameters[first++].Value = column.Value(write.Row);
        if (write.Expected is { } expected)
        {
            foreach (var token in _tokens)
                command.Parameters[first++].Value = token.Convert(expected.Single(value => value.Property == token.Property.Name).Value);
        }

        return first;
    }

    private string Add(DbCommand command, Column column)
    {
        var name = _sql.GenerateParameterName($"p{command.Parameters.Count}");
        command.Parameters.Add(column.Mapping.CreateParameter(command, name, value: null, column.Property.IsNullable));
        return name;
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public IProperty Property => property;

        public string Name => name;

        public RelationalTypeMapping Mapping { get; } = (RelationalTypeMapping)property.GetTypeMapping();

        /// <exception cref="UnstorableValueException">The value would not be read back unchanged.</exception>
        public object Value(object row)
        {
            var value = _getter.GetClrValue(row);
            StorableValue.Check(property, value);
            return Convert(value);
        }

        public object Convert(object? value) => (value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }
}

/// <summary>
/// Refuses values that databases change silently. SQLite stores an unpaired surrogate as U+FFFD, and PostgreSQL rounds an amount to the decimals
/// of its column. U+0000 is also refused, because PostgreSQL cannot store it and SQLite's functions end a text there.
/// </summary>
internal static class StorableValue
{
    /// <exception cref="UnstorableValueException">The value would not be read back unchanged.</exception>
    public static void Check(IProperty column, object? value)
    {
        var fault = value switch
        {
            string text => Fault(text),
            decimal number when column.GetScale() is { } decimals && decimal.Round(number, decimals) != number => $"it has more than {decimals} decimals",
            _ => null,
        };
        if (fault is not null)
            throw new UnstorableValueException($"{column.DeclaringType.ShortName()}.{column.Name}", fault);
    }

    private static string? Fault(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return "its text contains U+0000";
        for (var rest = text; ;)
        {
            var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
                return null;
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return "its text contains an unpaired surrogate";
            rest = rest[(at + length)..];
        }
    }
}
