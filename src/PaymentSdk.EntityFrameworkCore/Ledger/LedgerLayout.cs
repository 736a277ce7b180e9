using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>The names of the ledger's tables and columns in the model of a shop's context.</summary>
internal sealed class LedgerLayout
{
    private readonly List<Table> _tables = [];

    private LedgerLayout(IReadOnlyModel model, string context)
    {
        var key = new StringBuilder();
        foreach (var row in LedgerTables.Rows)
        {
            var table = Read(model.FindEntityType(row), row, context);
            _tables.Add(table);
            key.Append(table.Schema).Append('\n').Append(table.Name).Append('\n').AppendJoin('\n', table.Columns.Select(column => $"{column.Key}={column.Value}")).Append('\n');
        }

        Key = key.ToString();
    }

    /// <summary>A key that is equal for equal layouts.</summary>
    public string Key { get; }

    /// <exception cref="InvalidOperationException">The model lacks a table or a column of the ledger; the message says what to do.</exception>
    public static LedgerLayout Of(DbContext merchant) => new(merchant.Model, merchant.GetType().Name);

    public void Apply(ModelBuilder model)
    {
        foreach (var table in _tables)
        {
            var entity = model.Entity(table.Row).ToTable(table.Name, table.Schema);
            foreach (var (property, column) in table.Columns)
                entity.Property(property).HasColumnName(column);
        }
    }

    private static Table Read(IReadOnlyEntityType? entity, Type row, string context)
    {
        if (entity?.GetTableName() is not { } name)
        {
            throw new InvalidOperationException(
                $"{context} has no tables of the payment ledger. Call modelBuilder.AddPaymentLedger() in {context}.OnModelCreating, then add and apply a migration.");
        }

        var place = StoreObjectIdentifier.Table(name, entity.GetSchema());
        var columns = new Dictionary<string, string>();
        foreach (var property in row.GetProperties())
        {
            columns[property.Name] = entity.FindProperty(property.Name)?.GetColumnName(place) ?? throw new InvalidOperationException(
                $"The table {name} in the model of {context} has no column for {row.Name}.{property.Name}. " +
                $"Call modelBuilder.AddPaymentLedger() last in {context}.OnModelCreating, and leave its entities out of conventions that ignore properties.");
        }

        return new Table(row, name, entity.GetSchema(), columns);
    }

    private sealed record Table(Type Row, string Name, string? Schema, IReadOnlyDictionary<string, string> Columns);
}
