using System.Globalization;
using Microsoft.Data.Sqlite;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Runs statements on a SQLite file on a separate connection, outside the ledger.</summary>
internal static class SqliteFile
{
    public static async Task<string> ScalarAsync(TemporaryDatabase file, string statement)
    {
        await using var connection = await OpenAsync(file);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture) ?? "";
    }

    public static async Task<SqliteConnection> OpenAsync(TemporaryDatabase file)
    {
        var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
