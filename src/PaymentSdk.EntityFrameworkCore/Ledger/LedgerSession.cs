using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>A context of one ledger call, with whatever owns it.</summary>
internal sealed record LedgerSession(DbContext Database, IAsyncDisposable Owner) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner.DisposeAsync();
}
