using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>A commit that is being written to the database.</summary>
/// <param name="commit">The commit to write.</param>
internal sealed class PendingCommit(LedgerCommit commit)
{
    public LedgerCommit Commit => commit;

    /// <summary>The id that is written into the purchase. By it, a commit whose acknowledgement was lost finds its own row.</summary>
    public Guid Id { get; private init; } = commit.Purchase.CommitId == Guid.Empty ? Guid.NewGuid() : commit.Purchase.CommitId;

    /// <summary>Whether the database was ever asked to commit. From then on a failure leaves the outcome in doubt.</summary>
    public bool Committing { get; set; }

    /// <summary>Returns the same commit with fewer money movements.</summary>
    public PendingCommit Without(IReadOnlyList<MoneyMovement> missing) => new(commit with { Movements = missing }) { Id = Id, Committing = Committing };

    /// <summary>
    /// Returns the rows in the order in which they are written. The purchase is first, so that two commits of one purchase never deadlock.
    /// </summary>
    public async ValueTask<IReadOnlyList<RowWrite>> RowsAsync(DbContext database, CancellationToken cancellationToken)
    {
        var version = commit.Purchase.Version + 1;
        List<RowWrite> rows = [new(RowConverter.ToRow(commit.Purchase, version, Id), commit.Purchase.Version == 0 ? null : [(nameof(PurchaseRow.Version), commit.Purchase.Version)])];
        foreach (var move in commit.Moves)
            rows.Add(new(RowConverter.ToRow(move.Attempt), move.ExpectedState is { } state ? [(nameof(AttemptRow.State), RowConverter.Word(state)), (nameof(AttemptRow.FencingToken), move.ExpectedFencingToken)] : null));
        for (var position = 0; position < commit.Moves.Count; position++)
        {
            if (commit.Moves[position].Journal is { } entry)
                rows.Add(new(RowConverter.ToRow(entry, version, position)));
        }

        rows.AddRange(commit.Events.Select(happened => new RowWrite(OutboxRowConverter.ToRow(happened))));
        rows.AddRange(commit.Movements.Select(line => new RowWrite(RecordRowConverter.ToRow(line))));
        foreach (var refund in commit.Refunds)
        {
            var row = RecordRowConverter.ToRow(refund);
            var there = await database.Set<RefundRow>().AnyAsync(
                other => other.Merchant == row.Merchant && other.OrderId == row.OrderId && other.RefundId == row.RefundId,
                cancellationToken).ConfigureAwait(false);
            rows.Add(new(row, there ? [] : null));
        }

        return rows;
    }
}
