using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>A ledger in a SQLite file.</summary>
internal sealed class SqliteProvider : LedgerProvider
{
    public const string Name = "Microsoft.EntityFrameworkCore.Sqlite";

    public static readonly SqliteProvider Instance = new();

    /// <summary>The codes of refusals: BUSY, LOCKED, READONLY, FULL, CANTOPEN, CONSTRAINT (sqlite.org/rescode.html).</summary>
    private static readonly int[] Refusals = [5, 6, 8, 13, 14, 19];

    /// <summary>The codes of refused values: TOOBIG and MISMATCH.</summary>
    private static readonly int[] DataRefusals = [18, 20];

    /// <summary>SQLite's messages for constraints on the values of one row. The same row would be refused again.</summary>
    private static readonly string[] RowConstraints = ["NOT NULL constraint failed", "CHECK constraint failed"];

    public override bool IsVerified => true;

    public override bool WritersQueue => true;

    public override Task OpenAsync(DbContext database, CancellationToken cancellationToken) => DurableSqlite.OpenAsync(database, cancellationToken);

    public override Task CheckAsync(DbContext database, ILogger logger, CancellationToken cancellationToken) =>
        new SqliteStart(logger).CheckAsync(database, cancellationToken);

    public override IReadOnlyList<string> Remarks(DbContext database) => SqliteFile.TellRights(database) is { } wide ? [wide] : [];

    public override async Task<IReadOnlyList<StoredColumn>?> ReadColumnsAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        await SqliteColumns.ReadAsync(database, table, cancellationToken).ConfigureAwait(false);

    public override bool Holds(string stored, string expected) => SqliteColumns.Holds(stored, expected);

    public override bool IsMissing(DbContext database) => SqliteFile.IsMissing(database);

    /// <summary>Takes a write lock and releases it. A file or directory that this process may not write refuses the lock.</summary>
    public override Task<string> TryWriteAsync(DbContext database, CancellationToken cancellationToken) =>
        database.ScalarAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);

    public override async Task MigrateAsync(DbContext database, ILogger logger, Func<Task> migrate, CancellationToken cancellationToken)
    {
        await SqliteMigrationLock.FreeAbandonedAsync(database, logger, cancellationToken).ConfigureAwait(false);
        await migrate().ConfigureAwait(false);
    }

    /// <summary>
    /// Returns true if SQLite refused and rolled back: the file is locked, read-only or cannot be opened, the disk is full, or a constraint is
    /// violated. After an I/O error of the disk (10) it is not known what was written.
    /// </summary>
    public static bool WasRefused(DbException failure) => Is(failure, Refusals);

    /// <summary>Returns true if SQLite refused a value and will refuse it again. It then undoes the statement, but not the transaction.</summary>
    public static bool IsOfData(DbException failure) =>
        Is(failure, DataRefusals)
        || (Is(failure, [19]) && RowConstraints.Any(constraint => failure.Message.Contains(constraint, StringComparison.Ordinal)));

    /// <summary>Returns advice for a failure that a shop can cause itself; empty for any other failure.</summary>
    public static string Advice(Exception failure) =>
        failure.GetBaseException().Message.Contains("database is locked", StringComparison.Ordinal)
            ? " Another connection keeps the SQLite file locked: do not call ICheckout while a transaction of the shop in the same file is open, and close tools that have it open."
            : "";

    private static bool Is(DbException failure, int[] codes) =>
        codes.Any(code => failure.Message.StartsWith($"SQLite Error {code}:", StringComparison.Ordinal));
}

/// <summary>Sets up each SQLite connection of the ledger.</summary>
internal static class DurableSqlite
{
    /// <summary>
    /// The busy timeout. SQLite's own wait notices within milliseconds that another writer has finished. The provider's retry loop around it, up to
    /// the command timeout, tries only every 150 ms.
    /// </summary>
    private const int MaxBusySeconds = 5;

    /// <summary>
    /// Opens the connection of the context until the context is disposed, and makes its commits durable. With synchronous=NORMAL, WAL mode can lose
    /// the last commits in a power cut (docs/spec/money.md §9).
    /// </summary>
    public static async Task OpenAsync(DbContext database, CancellationToken cancellationToken)
    {
        SqliteFile.CreatePrivate(database);
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            var seconds = command.CommandTimeout is > 0 and < MaxBusySeconds ? command.CommandTimeout : MaxBusySeconds;
#pragma warning disable CA2100 // Only a number is inserted.
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {seconds * 1000}; PRAGMA synchronous = FULL");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>Reads and compares the columns of a SQLite table.</summary>
internal static class SqliteColumns
{
    private const string Statement = "SELECT name, type, \"notnull\", dflt_value IS NOT NULL FROM pragma_table_xinfo(@p0)";

    public static Task<IReadOnlyList<StoredColumn>> ReadAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        database.ColumnsAsync(Statement, table.GetTableName()!, cancellationToken);

    /// <summary>Returns true if SQLite stores values of both types in the same way. SQLite does not enforce the length of a column.</summary>
    public static bool Holds(string stored, string expected) => Affinity(stored) == Affinity(expected);

    /// <summary>Returns the affinity of a type by the rules of sqlite.org/datatype3.html, in their order.</summary>
    private static string Affinity(string type) => type.ToUpperInvariant() switch
    {
        var integer when integer.Contains("INT", StringComparison.Ordinal) => "INTEGER",
        var text when text.Contains("CHAR", StringComparison.Ordinal) || text.Contains("CLOB", StringComparison.Ordinal) || text.Contains("TEXT", StringComparison.Ordinal) => "TEXT",
        var bytes when bytes.Length == 0 || bytes.Contains("BLOB", StringComparison.Ordinal) => "BLOB",
        var real when real.Contains("REAL", StringComparison.Ordinal) || real.Contains("FLOA", StringComparison.Ordinal) || real.Contains("DOUB", StringComparison.Ordinal) => "REAL",
        _ => "NUMERIC",
    };
}

/// <summary>
/// Releases an abandoned migration lock. EF Core writes a row into <c>__EFMigrationsLock</c> to keep two processes from migrating one SQLite file at
/// the same time. A process that is killed while it migrates leaves the row there, and every later start would wait forever for its deletion.
/// </summary>
internal static class SqliteMigrationLock
{
    private const string Exists = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    /// <summary>
    /// Deletes a lock that is older than 20 seconds. The migrations of the ledger take milliseconds. If one is still running, its transaction keeps
    /// other writers out.
    /// </summary>
    private const string FreeOld = "DELETE FROM \"__EFMigrationsLock\" WHERE abs(julianday('now') - julianday(\"Timestamp\")) * 86400 > 20 RETURNING \"Id\"";

    private const string Taken = "SELECT COUNT(*) FROM \"__EFMigrationsLock\"";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no process holds the lock, and releases it when it is older than any migration takes.</summary>
    public static async Task FreeAbandonedAsync(DbContext database, ILogger logger, CancellationToken cancellationToken)
    {
        if (await database.ScalarAsync(Exists, cancellationToken).ConfigureAwait(false) == "0")
            return;
        while (await database.ScalarAsync(Taken, cancellationToken).ConfigureAwait(false) != "0")
        {
            if (await database.ScalarAsync(FreeOld, cancellationToken).ConfigureAwait(false) != "")
                Log.AbandonedMigrationLock(logger);
            else
                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }
}
