using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="PurchaseRow"/> to its table.</summary>
internal static class PurchaseTable
{
    public const string Name = "payment_purchases";

    public static void Map(ModelBuilder model) => model.Entity<PurchaseRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.PurchaseId });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.PurchaseId).HasColumnName("purchase_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Currency).HasColumnName("currency").HasMaxLength(ColumnLength.Currency);
        table.Property(row => row.Amount).HasColumnName("amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.OrderName).HasColumnName("order_name");
        table.Property(row => row.OrderNumber).HasColumnName("order_number").HasMaxLength(ColumnLength.OrderNumber);
        table.Property(row => row.CustomerKey).HasColumnName("customer_key").HasMaxLength(ColumnLength.Key);
        table.Property(row => row.ResultPage).HasColumnName("result_page");
        table.Property(row => row.LiveAttempt).HasColumnName("live_attempt").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.LatestAttempt).HasColumnName("latest_attempt").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.WasSent).HasColumnName("was_sent");
        table.Property(row => row.PaidTold).HasColumnName("paid_told");
        table.Property(row => row.AttemptCount).HasColumnName("attempt_count");
        table.Property(row => row.EventCount).HasColumnName("event_count");
        table.Property(row => row.TestMode).HasColumnName("test_mode");
        table.Property(row => row.OpenedAt).HasColumnName("opened_at");
        table.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
        table.Property(row => row.PurgedAt).HasColumnName("purged_at");
        table.Property(row => row.CommitId).HasColumnName("commit_id");
    });
}
