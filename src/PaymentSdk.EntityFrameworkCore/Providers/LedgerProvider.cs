using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>
/// The behavior that differs between databases. A database is recognized by the name of its EF Core provider and is configured by ADO.NET, so that no
/// provider is a dependency of this package.
/// </summary>
internal class LedgerProvider
{
    /// <summary>
    /// The maximum number of connections that the ledger of a process uses at the same time. Three processes of a shop then use less than half of the
    /// 100 connections that PostgreSQL allows by default.
    /// </summary>
    public const int MaxSessions = 12;

    /// <summary>Whether PaymentSdk has been verified on this database.</summary>
    public virtual bool IsVerified => false;

    /// <summary>Whether the sessions belong to a server. They may then be shared by a pooler, or be older than the server's current state.</summary>
    public virtual bool HasServer => false;

    /// <summary>Whether writers of one process take turns.</summary>
    public virtual bool WritersQueue => false;

    /// <summary>Opens the connection of the context until the context is disposed, and makes its commits durable.</summary>
    public virtual Task OpenAsync(DbContext database, CancellationToken cancellationToken) => database.Database.OpenConnectionAsync(cancellationToken);

    /// <summary>Checks at the start of the host that an acknowledged commit is durable (docs/spec/money.md §9).</summary>
    /// <exception cref="InvalidOperationException">A commit would not be durable; the message says what to do.</exception>
    public virtual Task CheckAsync(DbContext database, ILogger logger, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Returns true if the database does not exist and could be created. The check does not create it, unlike opening it.</summary>
    public virtual bool IsMissing(DbContext database) => false;

    /// <summary>Finds out for the doctor whether this process may write, without leaving anything behind.</summary>
    /// <returns>What was found, as a sentence, or an empty text.</returns>
    public virtual Task<string> TryWriteAsync(DbContext database, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>Returns settings that work but are unwise, one sentence each with what to do, for the start and the doctor.</summary>
    public virtual IReadOnlyList<string> Remarks(DbContext database) => [];

    /// <summary>Returns the columns of a table: empty if the table is missing, null if they cannot be read from this database.</summary>
    public virtual Task<IReadOnlyList<StoredColumn>?> ReadColumnsAsync(DbContext database, IEntityType table, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredColumn>?>(null);

    /// <summary>Returns true if a column of one type can store every value of the other type.</summary>
    public virtual bool Holds(string stored, string expected) => true;

    /// <summary>
    /// Finds faults of the sessions that make payments fail although single statements succeed, and returns one sentence for each fault. It needs two
    /// sessions, because one session alone does not reveal a connection pooler.
    /// </summary>
    public virtual Task<IReadOnlyList<string>> FindFaultsAsync(DbContext one, DbContext other, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <exception cref="InvalidOperationException">The sessions have faults; the message says what to do.</exception>
    public async Task<bool> RefuseFaultsAsync(DbContext one, DbContext other, CancellationToken cancellationToken)
    {
        var faults = await FindFaultsAsync(one, other, cancellationToken).ConfigureAwait(false);
        return faults.Count == 0 ? true : throw new InvalidOperationException(string.Join(' ', faults));
    }

    /// <summary>
    /// Returns true if a failure comes from the connection and therefore affects every connection that was opened at the same time.
    /// </summary>
    public virtual bool IsOfConnection(Exception failure) => false;

    /// <summary>Makes the provider close its pooled connections.</summary>
    public virtual void ForgetConnections(DbContext database)
    {
    }

    /// <summary>Runs the migrations while no other process runs them.</summary>
    public virtual Task MigrateAsync(DbContext database, ILogger logger, Func<Task> migrate, CancellationToken cancellationToken) => migrate();

    /// <summary>
    /// Returns every attempt with its purchase and the time of the database, without tracking. EF Core translates <see cref="DateTime.UtcNow"/>
    /// inside a query to SQL.
    /// </summary>
    public virtual IQueryable<SnapshotRow> Entries(DbContext database) =>
        from attempt in database.Set<AttemptRow>().AsNoTracking()
        join purchase in database.Set<PurchaseRow>().AsNoTracking()
            on new { attempt.Merchant, attempt.PurchaseId } equals new { purchase.Merchant, purchase.PurchaseId }
        select new SnapshotRow { Purchase = purchase, Attempt = attempt, Now = DateTime.UtcNow };

    /// <summary>
    /// Returns <see cref="Entries"/> of one order id as a compiled query, because every confirm begins with it. A compiled query belongs to one
    /// model, so each ledger has its own.
    /// </summary>
    public virtual Func<DbContext, string, string, CancellationToken, Task<SnapshotRow?>> CompileFind() => EF.CompileAsyncQuery((DbContext database, string merchant, string orderId, CancellationToken _) =>
        (from attempt in database.Set<AttemptRow>().AsNoTracking()
         join purchase in database.Set<PurchaseRow>().AsNoTracking()
             on new { attempt.Merchant, attempt.PurchaseId } equals new { purchase.Merchant, purchase.PurchaseId }
         where attempt.Merchant == merchant && attempt.OrderId == orderId
         select new SnapshotRow { Purchase = purchase, Attempt = attempt, Now = DateTime.UtcNow }).SingleOrDefault());

    /// <summary>Returns the time of the database in UTC. The one-row table makes it work on an empty ledger.</summary>
    public virtual Task<DateTime> TimeAsync(DbContext database, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<int>("SELECT 1 AS Value").Select(_ => DateTime.UtcNow).SingleAsync(cancellationToken);

    /// <summary>
    /// Takes up to <paramref name="maxCount"/> due attempts of a lane. It increases the fencing token and sets the lease, so that only one of several
    /// claimers takes each row.
    /// </summary>
    /// <returns>The new fencing token by order id.</returns>
    public virtual async Task<Dictionary<string, long>> TakeDueAsync(
        DbContext database, string merchant, RecoveryLane lane, int maxCount, long now, long until, CancellationToken cancellationToken)
    {
        var number = (int)lane;
        var due = database.Set<AttemptRow>().AsNoTracking()
            .Where(attempt => attempt.Merchant == merchant && attempt.Lane == number && attempt.DueAt <= now && (attempt.LeaseUntil == null || attempt.LeaseUntil <= now));
        var seen = await due.OrderBy(attempt => attempt.DueAt).ThenBy(attempt => attempt.OrderId).Take(maxCount)
            .Select(attempt => new { attempt.OrderId, attempt.FencingToken })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var tokens = new Dictionary<string, long>();
        foreach (var (orderId, token) in seen.Select(row => (row.OrderId, row.FencingToken)))
        {
            // Only one claimer's update can match the fencing token it saw.
            var taken = await due.Where(attempt => attempt.OrderId == orderId && attempt.FencingToken == token)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(attempt => attempt.FencingToken, token + 1).SetProperty(attempt => attempt.LeaseUntil, until),
                    cancellationToken).ConfigureAwait(false);
            if (taken == 1)
                tokens.Add(orderId, token + 1);
        }

        return tokens;
    }
}
