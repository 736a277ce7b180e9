using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>Runs constant statements on the open connection of a context, by ADO.NET only.</summary>
internal static class LedgerCommands
{
    /// <summary>Creates a command on the connection of a context, with the context's time limit.</summary>
    public static DbCommand NewCommand(this DbContext database)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        if (database.Database.GetCommandTimeout() is { } seconds)
            command.CommandTimeout = seconds;
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Returns the first value of the result of a constant statement as text; empty if there is none.</summary>
    public static async Task<string> ScalarAsync(this DbContext database, string statement, CancellationToken cancellationToken)
    {
        var command = database.NewCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Only constants of this package are used, without any text from outside.
            command.CommandText = statement;
#pragma warning restore CA2100
            var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
    }

    /// <summary>
    /// Returns the columns of a table. For each column the statement must return its name, its type, whether it refuses NULL, and whether it has a
    /// default.
    /// </summary>
    public static async Task<IReadOnlyList<StoredColumn>> ColumnsAsync(this DbContext database, string statement, string table, CancellationToken cancellationToken)
    {
        var columns = new List<StoredColumn>();
        var command = database.NewCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Only constants of this package are used, without any text from outside.
            command.CommandText = statement;
#pragma warning restore CA2100
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@p0", table);
            command.Parameters.Add(parameter);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    columns.Add(new StoredColumn(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3)));
            }
        }

        return columns;
    }
}
