using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>What the doctor asks of the database: reachable, writable, migrated. It makes nothing, not even the file.</summary>
internal sealed class LedgerExamination(Func<LedgerSession> open, ILedgerTables tables)
{
    /// <returns>What was found, in one sentence.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used as it is; the message says what to do.</exception>
    public async ValueTask<string> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var session = open();
            await using (session.ConfigureAwait(false))
                return await ExamineAsync(session.Database, cancellationToken).ConfigureAwait(false);
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

    private async Task<string> ExamineAsync(DbContext database, CancellationToken cancellationToken)
    {
        var provider = LedgerProvider.Of(database);
        if (provider.IsMissing(database))
            return $"There is no database file yet. {tables.ExamineMissing()}";
        await provider.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        var found = await provider.TryWriteAsync(database, cancellationToken).ConfigureAwait(false);
        return $"{found} {await tables.ExamineAsync(database, cancellationToken).ConfigureAwait(false)}".TrimStart();
    }
}
