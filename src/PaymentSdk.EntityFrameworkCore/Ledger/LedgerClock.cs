using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The time that leases and due times are measured by, to the millisecond: the database's, so that hosts whose clocks
/// differ agree (docs/spec/money.md §3). A host that registered its own <see cref="TimeProvider"/>, as tests do, moves it with that.
/// </summary>
internal sealed class LedgerClock(TimeProvider? registered)
{
    private readonly TimeProvider? _instead = registered == TimeProvider.System ? null : registered;

    /// <summary>The time to use for what was read together with <paramref name="databaseTime"/>, which is UTC unless it says otherwise.</summary>
    public DateTimeOffset Read(DateTime databaseTime)
    {
        var time = _instead?.GetUtcNow() ?? Utc(databaseTime);
        return DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
    }

    // Npgsql's old way with times, which a host can switch on, gives the host's local time.
    private static DateTimeOffset Utc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? new DateTimeOffset(time) : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public AttemptSnapshot Entry(SnapshotRow row) => new(RowConverter.ToRecord(row.Purchase), RowConverter.ToRecord(row.Attempt), Read(row.Now));
}
