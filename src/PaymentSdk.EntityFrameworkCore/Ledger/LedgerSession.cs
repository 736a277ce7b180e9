using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>A context with its open connection and the object that owns it. It is lent to one call of the ledger at a time.</summary>
/// <param name="database">The context.</param>
/// <param name="owner">The object that is disposed with the session.</param>
/// <param name="keeps">Whether the session may be kept open for later calls. True for the ledger's own contexts.</param>
internal sealed class LedgerSession(DbContext database, IAsyncDisposable owner, bool keeps) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbContext Database => database;

    public bool Keeps => keeps;

    /// <summary>Whether the connection is closed when the session is returned.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The timestamp at which the session was last returned.</summary>
    public long IdleSince { get; set; }

    /// <summary>Returns a command that is created, and prepared by the database, once per connection.</summary>
    public async ValueTask<DbCommand> CommandAsync(string name, Action<DbCommand> write, CancellationToken cancellationToken)
    {
        if (_commands.TryGetValue(name, out var command))
            return command;
        command = database.NewCommand();
        write(command);
        if (keeps)
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return _commands[name] = command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync().ConfigureAwait(false);
        await owner.DisposeAsync().ConfigureAwait(false);
    }
}
