using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="ProcessRow"/> to its table.</summary>
internal static class ProcessTable
{
    public const string Name = "payment_processes";

    public static void Map(ModelBuilder model) => model.Entity<ProcessRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.Process });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.Process).HasColumnName("process").HasMaxLength(ColumnLength.Process);
        table.Property(row => row.SeenAt).HasColumnName("seen_at");
    });
}
