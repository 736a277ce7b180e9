using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>Maps <see cref="MoneyMovementRow"/> to its table.</summary>
internal static class MoneyMovementTable
{
    public const string Name = "payment_money_movements";

    public static void Map(ModelBuilder model) => model.Entity<MoneyMovementRow>(table =>
    {
        table.ToTable(Name);
        table.HasKey(row => new { row.Merchant, row.TransactionKey });
        table.HasIndex(row => new { row.Merchant, row.At });
        table.Property(row => row.Merchant).HasColumnName("merchant").HasMaxLength(ColumnLength.Merchant);
        table.Property(row => row.TransactionKey).HasColumnName("transaction_key").HasMaxLength(ColumnLength.PaymentKey);
        table.Property(row => row.OrderId).HasColumnName("order_id").HasMaxLength(ColumnLength.Id);
        table.Property(row => row.PaymentKey).HasColumnName("payment_key").HasMaxLength(ColumnLength.PaymentKey);
        table.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(ColumnLength.Word);
        table.Property(row => row.Currency).HasColumnName("currency").HasMaxLength(ColumnLength.Currency);
        table.Property(row => row.Amount).HasColumnName("amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.Method).HasColumnName("method");
        table.Property(row => row.SuppliedAmount).HasColumnName("supplied_amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.Vat).HasColumnName("vat").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.TaxFreeAmount).HasColumnName("tax_free_amount").HasPrecision(ColumnLength.AmountDigits, ColumnLength.AmountDecimals);
        table.Property(row => row.GatewayMerchantId).HasColumnName("gateway_merchant_id");
        table.Property(row => row.TestMode).HasColumnName("test_mode");
        table.Property(row => row.At).HasColumnName("at");
        table.Property(row => row.RecordedAt).HasColumnName("recorded_at");
    });
}
