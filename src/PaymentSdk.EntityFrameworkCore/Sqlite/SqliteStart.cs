using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>Checks that an acknowledged commit in a SQLite file survives a power cut (docs/spec/money.md §9).</summary>
internal sealed class SqliteStart(ILogger logger)
{
    private static readonly string[] SharedFileSystems = ["nfs", "nfs4", "cifs", "smb", "smb2", "smbfs", "9p", "v9fs", "fuseblk", "overlay", "overlayfs"];

    /// <exception cref="InvalidOperationException">The database is in memory or in a shared cache, or cannot use WAL mode.</exception>
    public async Task CheckAsync(DbContext database, CancellationToken cancellationToken)
    {
        RefuseSharedCache(database.Database.GetConnectionString());
        await WriteAheadAsync(database, cancellationToken).ConfigureAwait(false);
        var synchronous = await database.ScalarAsync("PRAGMA synchronous", cancellationToken).ConfigureAwait(false);
        if (synchronous is not ("2" or "3"))
            throw new InvalidOperationException($"The payment ledger's SQLite connection does not stay at synchronous=FULL (it is {synchronous}). Remove what changes it, e.g. a connection interceptor.");
        if (SqliteFile.PathOf(database) is not { } file)
            return;
        Log.LedgerFile(logger, file);
        WarnOfSharedFileSystem(file);
    }

    private static void RefuseSharedCache(string? connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (settings.TryGetValue("Cache", out var cache) && "Shared".Equals(cache as string, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The payment ledger cannot use Cache=Shared: its locks do not wait and its readers see uncommitted rows. Remove it from the connection string; WAL already lets readers and a writer work at once.");
    }

    private static async Task WriteAheadAsync(DbContext database, CancellationToken cancellationToken)
    {
        var mode = await database.ScalarAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        if (mode != "wal")
            throw new InvalidOperationException($"The payment ledger needs a SQLite file in WAL mode; this database answers journal_mode={mode}. A database in memory loses its payments when the process ends, and a network share does not support WAL: use a file on a local disk, e.g. Data Source=payments.db.");
    }

    /// <summary>
    /// Warns of a shared file system, as far as it can be recognized. A wrong guess only causes an unnecessary warning or leaves the same risk as
    /// without this check.
    /// </summary>
    private void WarnOfSharedFileSystem(string file)
    {
        try
        {
            var drive = new DriveInfo(file);
            if (drive.DriveType == DriveType.Network || SharedFileSystems.Contains(drive.DriveFormat, StringComparer.OrdinalIgnoreCase))
                Log.LedgerOnSharedFileSystem(logger, drive.DriveFormat);
        }
        catch (Exception unknown) when (unknown is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Log.LedgerFileSystemUnknown(logger, unknown);
        }
    }
}
