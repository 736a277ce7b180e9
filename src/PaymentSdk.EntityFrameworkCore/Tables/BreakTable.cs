using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="BreakRow"/> to its table.</summary>
internal static class BreakTable
{
    public const string Name = "payment_breaks";

    public static void Map(ModelBuilder model) => model.Entity<BreakRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.TransactionKey });
        table.HasIndex(row => new { row.Merchant, row.ClosedAt });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.TransactionKey).HasColumnName("transaction_key").HasMaxLength(ColumnLength.PaymentKey);
        table.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Day).HasColumnName("day");
        table.Property(row => row.OrderId).HasColumnName("order_id");
        table.Property(row => row.PaymentKey).HasColumnName("payment_key");
        table.Property(row => row.Ours).HasColumnName("ours").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.Theirs).HasColumnName("theirs").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.Currency).HasColumnName("currency").HasMaxLength(ColumnLength.Currency);
        table.Property(row => row.Detail).HasColumnName("detail");
        table.Property(row => row.Owner).HasColumnName("owner");
        table.Property(row => row.OpenedAt).HasColumnName("opened_at");
        table.Property(row => row.ClosedAt).HasColumnName("closed_at");
        table.Property(row => row.ClosedBecause).HasColumnName("closed_because");
    });
}
