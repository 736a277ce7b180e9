using PaymentSdk.EntityFrameworkCore.Providers;
using PaymentSdk.EntityFrameworkCore.Tables;
using PaymentSdk.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// The time by which leases and due times are measured, to the millisecond. It is the time of the database, so that hosts with different clocks
/// agree (docs/spec/money.md §3). A host with its own <see cref="TimeProvider"/>, as in tests, uses that one.
/// </summary>
internal sealed class LedgerClock(TimeProvider? registered)
{
    private readonly TimeProvider? _instead = registered == TimeProvider.System ? null : registered;

    /// <summary>
    /// Returns the time for data that was read together with <paramref name="databaseTime"/>, which is UTC unless its kind is local.
    /// </summary>
    public DateTimeOffset Read(DateTime databaseTime)
    {
        var time = _instead?.GetUtcNow() ?? Utc(databaseTime);
        return DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
    }

    // Npgsql's legacy timestamp behavior, which a host can switch on, returns the host's local time.
    private static DateTimeOffset Utc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? new DateTimeOffset(time) : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    public AttemptSnapshot Entry(SnapshotRow row) => new(RowConverter.ToRecord(row.Purchase), RowConverter.ToRecord(row.Attempt), Read(row.Now));
}
