using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk;

/// <summary>Adds the tables of the ledger to a model.</summary>
public static class PaymentLedgerModelBuilderExtensions
{
    /// <summary>
    /// Adds <c>payment_purchases</c>, <c>payment_attempts</c>, <c>payment_refunds</c>, <c>payment_journal</c>, <c>payment_outbox</c>,
    /// <c>payment_inbox</c>, <c>payment_money_movements</c>, <c>payment_breaks</c> and <c>payment_processes</c> to the shop's own
    /// <see cref="DbContext"/>. Call it in <see cref="DbContext.OnModelCreating"/>, add a migration, and register the context with
    /// <c>AddEntityFrameworkLedger&lt;TContext&gt;()</c>. Order ids and payment keys are case-sensitive, so the database must compare text by case.
    /// SQLite and PostgreSQL do; SQL Server and MySQL do not by default.
    /// </summary>
    /// <returns>The same model builder.</returns>
    public static ModelBuilder AddPaymentLedger(this ModelBuilder model)
    {
        LedgerTables.Map(model);
        return model;
    }
}
