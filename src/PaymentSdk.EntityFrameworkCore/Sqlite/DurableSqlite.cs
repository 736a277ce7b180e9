using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>What each SQLite connection of the ledger is told.</summary>
internal static class DurableSqlite
{
    /// <summary>
    /// SQLite's own wait for another writer ends within milliseconds; the provider's loop around it, up to the command
    /// timeout, tries only every 150.
    /// </summary>
    private const int MaxBusySeconds = 5;

    /// <summary>
    /// Opens the connection of the context, until the context is disposed, and makes its commits durable: with
    /// synchronous=NORMAL, WAL mode can lose the last commits in a power cut (docs/spec/money.md §9).
    /// </summary>
    public static async Task OpenAsync(DbContext database, CancellationToken cancellationToken)
    {
        SqliteFile.CreatePrivate(database);
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            var seconds = command.CommandTimeout is > 0 and < MaxBusySeconds ? command.CommandTimeout : MaxBusySeconds;
#pragma warning disable CA2100 // A number is all that is put into it.
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {seconds * 1000}; PRAGMA synchronous = FULL");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
