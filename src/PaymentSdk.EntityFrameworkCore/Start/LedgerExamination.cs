using System.Data.Common;
using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Examines for the doctor whether the database is reachable, writable and migrated. It creates nothing, not even the file.</summary>
internal sealed class LedgerExamination(Func<LedgerSession> open, ILedgerTables tables)
{
    /// <returns>The finding, in one sentence.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used; the message says what to do.</exception>
    public async ValueTask<string> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var session = open();
            await using (session.ConfigureAwait(false))
                return await ExamineAsync(session, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException failure)
        {
            throw new LedgerException(failure.Message, failure);
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LedgerException(
                $"The payment ledger's database cannot be used: {failure.Message} Check its connection string, that the directory or server is there, and that this process may write to it.",
                failure);
        }
    }

    private async Task<string> ExamineAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var database = session.Database;
        var provider = LedgerProviders.Of(database);
        if (provider.IsMissing(database))
            return $"There is no database file yet. {tables.ExamineMissing()}";
        await provider.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        var found = await provider.TryWriteAsync(database, cancellationToken).ConfigureAwait(false);
        await RefuseFaultsAsync(session, cancellationToken).ConfigureAwait(false);
        return $"{found} {string.Join(' ', [await tables.ExamineAsync(session, cancellationToken).ConfigureAwait(false), .. provider.Remarks(database)])}".TrimStart();
    }

    private async Task RefuseFaultsAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var provider = LedgerProviders.Of(session.Database);
        if (!provider.HasServer)
            return;
        var other = open();
        await using (other.ConfigureAwait(false))
        {
            await provider.OpenAsync(other.Database, cancellationToken).ConfigureAwait(false);
            await provider.RefuseFaultsAsync(session.Database, other.Database, cancellationToken).ConfigureAwait(false);
        }
    }
}
