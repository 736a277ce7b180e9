using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>What each SQLite connection of the ledger is told, through ADO.NET alone, so that the provider is no dependency of this package.</summary>
internal static class SqliteConnection
{
    public const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// FULL: with NORMAL, WAL mode can lose the last commits in a power cut (money.md §9). The wait lets two processes
    /// take turns within milliseconds; the provider itself would only look every 150.
    /// </summary>
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";

    public static bool Is(DbContext database) => database.Database.ProviderName == Provider;

    /// <summary>Opens the connection of the context, until the context is disposed, and makes its commits durable.</summary>
    public static async Task OpenDurableAsync(DbContext database, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await ScalarAsync(database, Pragmas, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first value that a statement answers, as text; empty when it answers nothing.</summary>
    public static async Task<string> ScalarAsync(DbContext database, string statement, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Constant statements of this folder only.
            command.CommandText = statement;
#pragma warning restore CA2100
            var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
    }
}
