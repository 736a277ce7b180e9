using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Compares the columns that the ledger writes with those in the database.</summary>
internal static class ColumnCheck
{
    /// <param name="database">An open context of the ledger.</param>
    /// <param name="repair">The advice for a table that does not fit, in sentences.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="InvalidOperationException">A table does not fit; the message names each column.</exception>
    public static async Task RunAsync(DbContext database, string repair, CancellationToken cancellationToken)
    {
        var provider = LedgerProviders.Of(database);
        foreach (var row in LedgerTables.Rows)
        {
            var table = database.Model.FindEntityType(row)!;
            if (await provider.ReadColumnsAsync(database, table, cancellationToken).ConfigureAwait(false) is not { } columns)
                return;
            var faults = columns.Count == 0 ? ["it is missing"] : Faults(table, columns, provider);
            if (faults.Count > 0)
                throw new InvalidOperationException($"The table {table.GetTableName()} does not fit this version of PaymentSdk: {string.Join("; ", faults)}. {repair}");
        }
    }

    private static List<string> Faults(IEntityType table, IReadOnlyList<StoredColumn> columns, LedgerProvider provider)
    {
        var faults = new List<string>();
        var place = StoreObjectIdentifier.Table(table.GetTableName()!, table.GetSchema());
        var expected = new HashSet<string>();
        foreach (var property in table.GetProperties())
        {
            var name = property.GetColumnName(place)!;
            expected.Add(name);
            var type = property.GetRelationalTypeMapping().StoreType;
            if (columns.FirstOrDefault(column => column.Name == name) is not { } column)
                faults.Add($"column {name} ({type}) is missing");
            else if (!provider.Holds(column.Type, type))
                faults.Add($"column {name} is {column.Type} and must be {type}");
            else if (column.IsRequired && property.IsNullable)
                faults.Add($"column {name} must allow NULL");
        }

        faults.AddRange(columns.Where(column => column.IsRequired && !column.HasDefault && !expected.Contains(column.Name))
            .Select(column => $"column {column.Name}, which does not belong to the ledger, needs a default or must allow NULL"));
        return faults;
    }
}
