using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Constant statements on the open connection of a context, through ADO.NET alone.</summary>
internal static class LedgerCommands
{
    /// <summary>The first value that a constant statement answers, as text; empty when it answers nothing.</summary>
    public static async Task<string> ScalarAsync(this DbContext database, string statement, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Constants of this package only: no text from outside is in them.
            command.CommandText = statement;
#pragma warning restore CA2100
            var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
    }
}
