using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="AttemptRow"/> to its table.</summary>
internal static class AttemptTable
{
    public const string Name = "payment_attempts";

    public static void Map(ModelBuilder model) => model.Entity<AttemptRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.OrderId });
        table.HasOne<PurchaseRow>().WithMany().HasForeignKey(row => new { row.Merchant, row.PurchaseId }).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(row => new { row.Merchant, row.PaymentKey }).IsUnique();
        table.HasIndex(row => new { row.Merchant, row.Lane, row.DueAt });
        table.HasIndex(row => new { row.Merchant, row.State });
        MapIdentity(table);
        MapConfirm(table);
        MapSchedule(table);
        MapFacts(table);
        MapOutcome(table);
    });

    /// <summary>Limits the index of due attempts to rows with a due time, because most attempts are closed and never due again.</summary>
    public static void IndexOnlyDue(ModelBuilder model) =>
        model.Entity<AttemptRow>().HasIndex(row => new { row.Merchant, row.Lane, row.DueAt }).HasFilter("due_at IS NOT NULL");

    private static void MapIdentity(EntityTypeBuilder<AttemptRow> table)
    {
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.PurchaseId).HasColumnName("purchase_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Number).HasColumnName("number");
        table.Property(row => row.State).HasColumnName("state").HasMaxLength(ColumnLength.Word).IsConcurrencyToken();
        table.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Currency).HasColumnName("currency").HasMaxLength(ColumnLength.Currency);
        table.Property(row => row.Amount).HasColumnName("amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.JournalCount).HasColumnName("journal_count");
        table.Property(row => row.OpenedAt).HasColumnName("opened_at");
        table.Property(row => row.ChangedAt).HasColumnName("changed_at");
    }

    private static void MapConfirm(EntityTypeBuilder<AttemptRow> table)
    {
        table.Property(row => row.PaymentKey).HasColumnName("payment_key").HasMaxLength(ColumnLength.PaymentKey);
        table.Property(row => row.IdempotencyKey).HasColumnName("idempotency_key").HasMaxLength(ColumnLength.Key);
        table.Property(row => row.SecretFingerprint).HasColumnName("secret_fingerprint");
        table.Property(row => row.RequestUrl).HasColumnName("request_url");
        table.Property(row => row.RequestBodyHash).HasColumnName("request_body_hash");
    }

    private static void MapSchedule(EntityTypeBuilder<AttemptRow> table)
    {
        table.Property(row => row.FencingToken).HasColumnName("fencing_token").IsConcurrencyToken();
        table.Property(row => row.LeaseUntil).HasColumnName("lease_until");
        table.Property(row => row.DueAt).HasColumnName("due_at");
        table.Property(row => row.Lane).HasColumnName("lane");
        table.Property(row => row.FirstSentAt).HasColumnName("first_sent_at");
        table.Property(row => row.LastSendAt).HasColumnName("last_send_at");
        table.Property(row => row.LastQueriedAt).HasColumnName("last_queried_at");
        table.Property(row => row.ExpirySeenAt).HasColumnName("expiry_seen_at");
        table.Property(row => row.RecheckCount).HasColumnName("recheck_count");
        table.Property(row => row.QueryOnly).HasColumnName("query_only");
        table.Property(row => row.OpenRefund).HasColumnName("open_refund").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.Notification).HasColumnName("notification");
        table.Property(row => row.NotifiedAt).HasColumnName("notified_at");
    }

    private static void MapFacts(EntityTypeBuilder<AttemptRow> table)
    {
        table.Property(row => row.ReversalRequestedAt).HasColumnName("reversal_requested_at");
        table.Property(row => row.ReversalReason).HasColumnName("reversal_reason");
        table.Property(row => row.ReversalActor).HasColumnName("reversal_actor");
        table.Property(row => row.IsDuplicate).HasColumnName("is_duplicate");
        table.Property(row => row.LateApprovalAt).HasColumnName("late_approval_at");
        table.Property(row => row.RefundedByHand).HasColumnName("refunded_by_hand").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.DoubtfulObservation).HasColumnName("doubtful_observation");
        table.Property(row => row.DoubtfulObservationAt).HasColumnName("doubtful_observation_at");
    }

    private static void MapOutcome(EntityTypeBuilder<AttemptRow> table)
    {
        table.Property(row => row.Method).HasColumnName("method");
        table.Property(row => row.Balance).HasColumnName("balance").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.BalanceCurrency).HasColumnName("balance_currency").HasMaxLength(ColumnLength.Currency);
        table.Property(row => row.CancelCount).HasColumnName("cancel_count");
        table.Property(row => row.ApprovedAt).HasColumnName("approved_at");
        table.Property(row => row.FailureCode).HasColumnName("failure_code");
        table.Property(row => row.ReceiptUrl).HasColumnName("receipt_url");
        table.Property(row => row.LastTransactionKey).HasColumnName("last_transaction_key");
        table.Property(row => row.DepositBankCode).HasColumnName("deposit_bank_code");
        table.Property(row => row.DepositAccountNumber).HasColumnName("deposit_account_number");
        table.Property(row => row.DepositDueAt).HasColumnName("deposit_due_at");
        table.Property(row => row.DepositSecretHash).HasColumnName("deposit_secret_hash");
    }
}
