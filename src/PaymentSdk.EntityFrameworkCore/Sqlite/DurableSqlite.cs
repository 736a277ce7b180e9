using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>What each SQLite connection of the ledger is told, through ADO.NET alone, so that the provider is no dependency of this package.</summary>
internal static class DurableSqlite
{
    public const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// SQLite's own wait for another writer ends within milliseconds; the provider's loop around it, up to the command
    /// timeout, looks only every 150.
    /// </summary>
    private const int MostSecondsBusy = 5;

    public static bool Is(DbContext database) => database.Database.ProviderName == Provider;

    /// <summary>
    /// Opens the connection of the context, until the context is disposed, and makes its commits durable: with
    /// synchronous=NORMAL, WAL mode can lose the last commits in a power cut (money.md §9).
    /// </summary>
    public static async Task OpenAsync(DbContext database, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            var seconds = command.CommandTimeout is > 0 and < MostSecondsBusy ? command.CommandTimeout : MostSecondsBusy;
#pragma warning disable CA2100 // A number is all that is put into it.
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {seconds * 1000}; PRAGMA synchronous = FULL");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What else to say of a failure: the one that a shop makes by itself.</summary>
    public static string Hint(Exception failure) =>
        failure.GetBaseException().Message.Contains("database is locked", StringComparison.Ordinal)
            ? " Somebody keeps the SQLite file locked: do not call ICheckout while a transaction of the shop in the same file is open, and close tools that look into it."
            : "";

    /// <summary>The first value that a constant statement answers, as text; empty when it answers nothing.</summary>
    public static async Task<string> ScalarAsync(DbContext database, string statement, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Constants of this folder only: no text from outside is in them.
            command.CommandText = statement;
#pragma warning restore CA2100
            var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
    }
}
