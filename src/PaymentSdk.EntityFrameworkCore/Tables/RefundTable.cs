using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="RefundRow"/> to its table.</summary>
internal static class RefundTable
{
    public const string Name = "payment_refunds";

    public static void Map(ModelBuilder model) => model.Entity<RefundRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.OrderId, row.RefundId });
        table.HasOne<AttemptRow>().WithMany().HasForeignKey(row => new { row.Merchant, row.OrderId }).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.Merchant, row.State });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.RefundId).HasColumnName("refund_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Number).HasColumnName("number");
        table.Property(row => row.State).HasColumnName("state").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Amount).HasColumnName("amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.TaxFreeAmount).HasColumnName("tax_free_amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.RefundableAmount).HasColumnName("refundable_amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.CancelsBefore).HasColumnName("cancels_before");
        table.Property(row => row.Reason).HasColumnName("reason");
        table.Property(row => row.Actor).HasColumnName("actor");
        table.Property(row => row.IdempotencyKey).HasColumnName("idempotency_key").HasMaxLength(ColumnLength.Key);
        table.Property(row => row.SecretFingerprint).HasColumnName("secret_fingerprint");
        table.Property(row => row.RequestUrl).HasColumnName("request_url");
        table.Property(row => row.NeedsAccount).HasColumnName("needs_account");
        table.Property(row => row.QueryOnly).HasColumnName("query_only");
        table.Property(row => row.FirstSentAt).HasColumnName("first_sent_at");
        table.Property(row => row.LastSendAt).HasColumnName("last_send_at");
        table.Property(row => row.KeyCount).HasColumnName("key_count");
        table.Property(row => row.AnsweredCount).HasColumnName("answered_count");
        table.Property(row => row.NoneSeenAt).HasColumnName("none_seen_at");
        table.Property(row => row.RecheckCount).HasColumnName("recheck_count");
        table.Property(row => row.TransactionKey).HasColumnName("transaction_key");
        table.Property(row => row.FailureCode).HasColumnName("failure_code");
        table.Property(row => row.RequestedAt).HasColumnName("requested_at");
        table.Property(row => row.ChangedAt).HasColumnName("changed_at");
    });
}
