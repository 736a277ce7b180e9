using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>A context with its open connection, lent to one call of the ledger at a time, with whatever owns it.</summary>
/// <param name="database">The context.</param>
/// <param name="owner">What is disposed with it.</param>
/// <param name="keeps">Whether it may be kept, open, for later calls: true for a context of the ledger's own.</param>
internal sealed class LedgerSession(DbContext database, IAsyncDisposable owner, bool keeps) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public DbContext Database => database;

    public bool Keeps => keeps;

    /// <summary>Whether its connection is closed when it is given back.</summary>
    public bool IsRetired { get; set; }

    /// <summary>When it was last given back, as a timestamp.</summary>
    public long IdleSince { get; set; }

    /// <summary>A command that is made, and prepared by the database, once per connection.</summary>
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
