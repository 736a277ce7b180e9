using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="OutboxRow"/> to its table.</summary>
internal static class OutboxTable
{
    public const string Name = "payment_outbox";

    public static void Map(ModelBuilder model) => model.Entity<OutboxRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.PurchaseId, row.Sequence });
        table.HasOne<PurchaseRow>().WithMany().HasForeignKey(row => new { row.Merchant, row.PurchaseId }).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => row.EventId).IsUnique();
        table.HasIndex(row => new { row.Merchant, row.DueAt });
        table.HasIndex(row => new { row.Merchant, row.DeliveredAt, row.RecordedAt });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.PurchaseId).HasColumnName("purchase_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Sequence).HasColumnName("sequence").ValueGeneratedNever();
        table.Property(row => row.EventId).HasColumnName("event_id");
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Type).HasColumnName("type").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.TestMode).HasColumnName("test_mode");
        table.Property(row => row.RecordedAt).HasColumnName("recorded_at");
        table.Property(row => row.DeliveredAt).HasColumnName("delivered_at");
        table.Property(row => row.FailureCount).HasColumnName("failure_count");
        table.Property(row => row.DueAt).HasColumnName("due_at");
        table.Property(row => row.FencingToken).HasColumnName("fencing_token");
        table.Property(row => row.LeaseUntil).HasColumnName("lease_until");
        table.Property(row => row.Error).HasColumnName("error");
        table.Property(row => row.SkippedBy).HasColumnName("skipped_by");
    });
}
