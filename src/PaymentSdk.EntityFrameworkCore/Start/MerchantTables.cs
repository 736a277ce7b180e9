using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Tables in the merchant's own context: theirs to migrate, so they are only checked.</summary>
internal sealed class MerchantTables : ILedgerTables
{
    public async Task CheckAsync(DbContext database, CancellationToken cancellationToken)
    {
        var context = database.GetType().Name;
        if (database.Model.FindEntityType(typeof(AttemptRow)) is null)
        {
            throw new InvalidOperationException(
                $"{context} has no tables of the payment ledger. Call modelBuilder.AddPaymentLedger() in {context}.OnModelCreating, then add and apply a migration.");
        }

        await CheckAsync<PurchaseRow>(database, PurchaseTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<AttemptRow>(database, AttemptTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<JournalRow>(database, JournalTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<OutboxRow>(database, OutboxTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<RefundRow>(database, RefundTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<InboxRow>(database, InboxTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<MoneyMovementRow>(database, MoneyMovementTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<BreakRow>(database, BreakTable.Name, cancellationToken).ConfigureAwait(false);
        await CheckAsync<ProcessRow>(database, ProcessTable.Name, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string> ExamineAsync(DbContext database, CancellationToken cancellationToken)
    {
        await CheckAsync(database, cancellationToken).ConfigureAwait(false);
        return $"The tables in {database.GetType().Name} fit this version.";
    }

    public string ExamineMissing() =>
        throw new InvalidOperationException("The database of the payment ledger is not there. Apply your migrations: dotnet ef database update.");

    /// <summary>Reads every column of at most one row: a missing table or column fails here and not in the first payment.</summary>
    private static async Task CheckAsync<TRow>(DbContext database, string table, CancellationToken cancellationToken)
        where TRow : class
    {
        try
        {
            await database.Set<TRow>().AsNoTracking().Take(1).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            throw new InvalidOperationException(
                $"The table {table} in the database of {database.GetType().Name} is missing or does not fit this version of PaymentSdk: {failure.Message} " +
                $"Add and apply a migration: dotnet ef migrations add PaymentLedger --context {database.GetType().Name}, then dotnet ef database update.",
                failure);
        }
    }
}
