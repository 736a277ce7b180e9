using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="JournalRow"/> to its table.</summary>
internal static class JournalTable
{
    public const string Name = "payment_journal";

    public static void Map(ModelBuilder model) => model.Entity<JournalRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.OrderId, row.Sequence });
        table.HasOne<AttemptRow>().WithMany().HasForeignKey(row => new { row.Merchant, row.OrderId }).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.Merchant, row.PurchaseId, row.PurchaseVersion, row.Position }).IsUnique();
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Sequence).HasColumnName("sequence").ValueGeneratedNever();
        table.Property(row => row.PurchaseId).HasColumnName("purchase_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.PurchaseVersion).HasColumnName("purchase_version");
        table.Property(row => row.Position).HasColumnName("position");
        table.Property(row => row.FromState).HasColumnName("from_state").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.ToState).HasColumnName("to_state").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Cause).HasColumnName("cause").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Evidence).HasColumnName("evidence");
        table.Property(row => row.Actor).HasColumnName("actor");
        table.Property(row => row.PaymentKey).HasColumnName("payment_key").HasMaxLength(ColumnLength.PaymentKey);
        table.Property(row => row.Balance).HasColumnName("balance").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.RefundId).HasColumnName("refund_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.RefundState).HasColumnName("refund_state").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.FencingToken).HasColumnName("fencing_token");
        table.Property(row => row.CommitId).HasColumnName("commit_id");
        table.Property(row => row.GatewayTime).HasColumnName("gateway_time");
        table.Property(row => row.RecordedAt).HasColumnName("recorded_at");
    });
}
