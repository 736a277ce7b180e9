using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Writes the rows of a commit as one command, in one round trip. <c>SaveChanges</c> does the same with four times the
/// processor time, most of it for finding out again what is known here (0034).
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
    /// <returns>Whether each of them was written: false when an update met a row that has moved on.</returns>
    public async Task<bool> ExecuteAsync(LedgerSession session, DbTransaction transaction, IReadOnlyList<RowWrite> rows, CancellationToken cancellationToken)
    {
        var command = await session.CommandAsync(Shape(rows), made => Write(made, rows), cancellationToken).ConfigureAwait(false);
        command.Transaction = transaction;
        var next = 0;
        foreach (var row in rows)
            next = _tables[row.Row.GetType()].Statements.Fill(command, next, row);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == rows.Count;
    }

    /// <summary>Commits that write the same kinds of rows in the same order share a command.</summary>
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
