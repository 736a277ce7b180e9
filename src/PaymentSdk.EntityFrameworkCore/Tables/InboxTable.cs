using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="InboxRow"/> to its table.</summary>
internal static class InboxTable
{
    public const string Name = "payment_inbox";

    public static void Map(ModelBuilder model) => model.Entity<InboxRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.MessageId });
        table.HasIndex(row => new { row.Merchant, row.BodyHash, row.ReceivedAt });
        table.HasIndex(row => new { row.Merchant, row.DueAt });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.MessageId).HasColumnName("message_id");
        table.Property(row => row.BodyHash).HasColumnName("body_hash").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.EventType).HasColumnName("event_type");
        table.Property(row => row.TransmissionId).HasColumnName("transmission_id");
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Claim).HasColumnName("claim");
        table.Property(row => row.Body).HasColumnName("body");
        table.Property(row => row.ReceivedAt).HasColumnName("received_at");
        table.Property(row => row.HandledAt).HasColumnName("handled_at");
        table.Property(row => row.DueAt).HasColumnName("due_at");
        table.Property(row => row.FailureCount).HasColumnName("failure_count");
        table.Property(row => row.FencingToken).HasColumnName("fencing_token");
        table.Property(row => row.LeaseUntil).HasColumnName("lease_until");
    });
}
