using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes the rows of a commit as one command, in one round trip. <c>SaveChanges</c> would use four times the processor time, most of it to find
/// out what is already known here (0034).
/// </summary>
internal sealed class CommitStatements
{
    private readonly Dictionary<Type, (char Word, RowStatements Statements)> _tables = [];

    public CommitStatements(DbContext database)
    {
        var sql = database.GetService<ISqlGenerationHelper>();
        var word = 'a';
        foreach (var row in new[] { typeof(PurchaseRow), typeof(AttemptRow), typeof(JournalRow), typeof(OutboxRow), typeof(MoneyMovementRow), typeof(RefundRow) })
            _tables.Add(row, (word++, new RowStatements(database.Model.FindEntityType(row)!, sql)));
    }

    /// <summary>Writes the rows within a transaction.</summary>
    /// <returns>True if every row was written; false if an update found a row that has changed.</returns>
    public async Task<bool> ExecuteAsync(LedgerSession session, DbTransaction transaction, IReadOnlyList<RowWrite> rows, CancellationToken cancellationToken)
    {
        var command = await session.CommandAsync(Shape(rows), made => Write(made, rows), cancellationToken).ConfigureAwait(false);
        command.Transaction = transaction;
        var next = 0;
        foreach (var row in rows)
            next = _tables[row.Row.GetType()].Statements.Fill(command, next, row);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == rows.Count;
    }

    /// <summary>Returns the shape of a commit. Commits that write the same kinds of rows in the same order share a command.</summary>
    private string Shape(IReadOnlyList<RowWrite> rows)
    {
        var shape = new StringBuilder(rows.Count);
        foreach (var row in rows)
        {
            var word = _tables[row.Row.GetType()].Word;
            shape.Append(row.Expected is null ? word : char.ToUpperInvariant(word));
        }

        return shape.ToString();
    }

    private void Write(DbCommand command, IReadOnlyList<RowWrite> rows)
    {
        command.CommandText = "";
        foreach (var row in rows)
            _tables[row.Row.GetType()].Statements.Write(command, insert: row.Expected is null);
    }
}
