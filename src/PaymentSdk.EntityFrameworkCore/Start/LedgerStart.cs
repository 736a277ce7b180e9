using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>
/// Checks the ledger's database before anything that uses it starts. <see cref="StartingAsync"/> runs before the recovery worker and before the
/// server takes requests. If a check fails, the host does not start.
/// </summary>
internal sealed class LedgerStart(LedgerDatabase ledger, ILedgerTables tables, ILogger logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ledger.UseAsync(session => CheckAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            throw new InvalidOperationException(
                $"The payment ledger's database cannot be used: {failure.Message.TrimEnd('.')}. Check the connection string, that the directory or server exists, and that this process may write to it.",
                failure);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> CheckAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var provider = LedgerProviders.Of(session.Database);
        await provider.CheckAsync(session.Database, logger, cancellationToken).ConfigureAwait(false);
        if (provider.HasServer)
            await ledger.UseAsync(other => provider.RefuseFaultsAsync(session.Database, other.Database, cancellationToken), cancellationToken).ConfigureAwait(false);
        await tables.CheckAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var remark in provider.Remarks(session.Database))
            Log.LedgerRemark(logger, remark);
        return true;
    }
}

/// <summary>Runs the command <c>migrate</c>: it applies the migrations as the start of a host does, without starting the host.</summary>
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
                $"The payment ledger's database cannot be migrated: {failure.Message.TrimEnd('.')}. Check the connection string, that the directory or server exists, and that the database user (for SQLite, the user of this process) may create tables.",
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
