using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>A commit in the queue.</summary>
/// <param name="pending">The commit.</param>
/// <param name="alone">Writes it in a transaction of its own.</param>
internal sealed class SqliteCommit(PendingCommit pending, Func<Task<LedgerCommitResult>> alone) : SqliteWork<LedgerCommitResult>(alone)
{
    private LedgerCommitResult _written;

    public override SqliteCommit? Commit => this;

    public PendingCommit Pending => pending;

    /// <summary>Remembers how it went within a transaction that is not committed yet.</summary>
    public void Write(LedgerCommitResult result) => _written = result;

    /// <summary>The transaction is committed: what was remembered holds.</summary>
    public void Confirm() => Finish(_written);
}
