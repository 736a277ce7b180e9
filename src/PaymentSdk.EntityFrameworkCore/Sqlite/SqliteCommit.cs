using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>A commit in the queue of writers.</summary>
/// <param name="pending">The commit.</param>
/// <param name="alone">Writes the commit in its own transaction.</param>
internal sealed class SqliteCommit(PendingCommit pending, Func<Task<LedgerCommitResult>> alone) : SqliteWork<LedgerCommitResult>(alone)
{
    private LedgerCommitResult _written;

    public override SqliteCommit? Commit => this;

    public PendingCommit Pending => pending;

    /// <summary>Remembers the result within a transaction that is not committed yet.</summary>
    public void Write(LedgerCommitResult result) => _written = result;

    /// <summary>Publishes the remembered result, after the transaction has been committed.</summary>
    public void Confirm() => Finish(_written);
}
