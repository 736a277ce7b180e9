using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>The ledger in a SQLite file.</summary>
internal sealed class SqliteProvider : LedgerProvider
{
    public const string Name = "Microsoft.EntityFrameworkCore.Sqlite";

    public static readonly SqliteProvider Instance = new();

    /// <summary>BUSY, LOCKED, READONLY, FULL, CANTOPEN, CONSTRAINT (sqlite.org/rescode.html).</summary>
    private static readonly int[] Refusals = [5, 6, 8, 13, 14, 19];

    /// <summary>TOOBIG and MISMATCH.</summary>
    private static readonly int[] DataRefusals = [18, 20];

    /// <summary>The constraints that one row breaks by itself, as SQLite names them.</summary>
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

    /// <summary>A write lock that is given back: a file or directory that may not be written refuses it.</summary>
    public override Task<string> TryWriteAsync(DbContext database, CancellationToken cancellationToken) =>
        database.ScalarAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);

    public override async Task MigrateAsync(DbContext database, ILogger logger, Func<Task> migrate, CancellationToken cancellationToken)
    {
        await SqliteMigrationLock.FreeAbandonedAsync(database, logger, cancellationToken).ConfigureAwait(false);
        await migrate().ConfigureAwait(false);
    }

    /// <summary>
    /// Whether SQLite refused and rolled back: the file is locked, read-only or not to be opened, the disk is full, a
    /// constraint is broken. After a failure of the disk itself (10) it is not known what it kept.
    /// </summary>
    public static bool WasRefused(DbException failure) => Is(failure, Refusals);

    /// <summary>Whether SQLite refused a value, and will again. It then undoes the statement, not the transaction.</summary>
    public static bool IsOfData(DbException failure) =>
        Is(failure, DataRefusals)
        || (Is(failure, [19]) && RowConstraints.Any(constraint => failure.Message.Contains(constraint, StringComparison.Ordinal)));

    /// <summary>What to do about a failure that a shop causes by itself.</summary>
    public static string Advice(Exception failure) =>
        failure.GetBaseException().Message.Contains("database is locked", StringComparison.Ordinal)
            ? " Another connection keeps the SQLite file locked: do not call ICheckout while a transaction of the shop in the same file is open, and close tools that have it open."
            : "";

    private static bool Is(DbException failure, int[] codes) =>
        codes.Any(code => failure.Message.StartsWith($"SQLite Error {code}:", StringComparison.Ordinal));
}
