using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>All tables of the ledger.</summary>
internal static class LedgerTables
{
    /// <summary>The row type of each table.</summary>
    public static IReadOnlyList<Type> Rows { get; } =
    [
        typeof(PurchaseRow), typeof(AttemptRow), typeof(JournalRow), typeof(OutboxRow), typeof(RefundRow),
        typeof(MoneyMovementRow), typeof(BreakRow), typeof(InboxRow), typeof(ProcessRow),
    ];

    public static void Map(ModelBuilder model)
    {
        // The configuration that the context has made for all properties of a type is removed first.
        foreach (var row in Rows)
        {
            foreach (var property in model.Entity(row).Metadata.GetProperties())
                Reset(property);
        }

        PurchaseTable.Map(model);
        AttemptTable.Map(model);
        JournalTable.Map(model);
        OutboxTable.Map(model);
        RefundTable.Map(model);
        MoneyMovementTable.Map(model);
        BreakTable.Map(model);
        InboxTable.Map(model);
        ProcessTable.Map(model);
        PostgreSqlTime.Map(model);
    }

    private static void Reset(IMutableProperty property)
    {
        property.SetProviderClrType(null);
        property.SetValueConverter((Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter?)null);
        property.SetValueComparer((Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer?)null);
        property.SetColumnType(null);
        property.SetMaxLength(null);
        property.SetPrecision(null);
        property.SetScale(null);
        property.SetIsUnicode(null);
        property.SetIsFixedLength(null);
        property.SetCollation(null);
        property.SetDefaultValue(null);
        property.SetDefaultValueSql(null);
        property.SetComputedColumnSql(null);
    }
}
