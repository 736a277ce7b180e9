using System.Data.Common;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>What an operator's <c>migrate</c> does: the start of a host that migrates, and no more of it.</summary>
internal sealed class LedgerMigration(LedgerDatabase ledger, ILogger logger) : ILedgerMigration
{
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.UseAsync(session => RunAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException failure)
        {
            throw new LedgerException(failure.Message, failure);
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LedgerException(
                $"The payment ledger's database cannot be migrated: {failure.Message} Check its connection string, that the directory or server is there, and that this user may make tables.",
                failure);
        }
    }

    private async Task<IReadOnlyList<string>> RunAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        await LedgerProviders.Of(session.Database).CheckAsync(session.Database, logger, cancellationToken).ConfigureAwait(false);
        var pending = await ShippedTables.PendingAsync(session.Database, cancellationToken).ConfigureAwait(false);
        await new ShippedTables(migrate: true, logger).CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return pending;
    }
}
