using System.Data.Common;
using Microsoft.Extensions.Primitives;
using PaymentSdk;

namespace ManyMerchants;

/// <summary>
/// The merchant origins in a database table. The table is read every five seconds, and the SDK is notified only when something has changed.
/// While the table cannot be read or contains an invalid origin, the SDK keeps the last valid origins, logs the reason, and reads again.
/// </summary>
public sealed class MerchantTable : IMerchantOriginSource, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly DbDataSource _database;
    private readonly ITimer _looking;
    private volatile Given? _given;

    public MerchantTable(DbDataSource database, TimeProvider time)
    {
        _database = database;
        _looking = time.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
    }

    public MerchantOriginList GetOrigins()
    {
        var given = new Given(Read(), new CancellationTokenSource());
        _given = given;
        return new MerchantOriginList(given.Origins, new CancellationChangeToken(given.Changed.Token));
    }

    public void Dispose() => _looking.Dispose();

    public static async Task CreateAsync(DbDataSource database)
    {
        await using var create = database.CreateCommand("CREATE TABLE IF NOT EXISTS MerchantOrigin (Origin TEXT NOT NULL PRIMARY KEY)");
        await create.ExecuteNonQueryAsync();
    }

    private void Look()
    {
        if (_given is { } given && !IsStill(given.Origins))
            given.Changed.Cancel();
    }

    /// <summary>Returns false if the table cannot be read, so that the SDK reads it, gets the error, and reports it.</summary>
    private bool IsStill(string[] origins)
    {
        try
        {
            return Read().AsSpan().SequenceEqual(origins);
        }
        catch (DbException)
        {
            return false;
        }
    }

    private string[] Read()
    {
        using var select = _database.CreateCommand("SELECT Origin FROM MerchantOrigin ORDER BY Origin");
        using var rows = select.ExecuteReader();
        List<string> origins = [];
        while (rows.Read())
            origins.Add(rows.GetString(0));
        return [.. origins];
    }

    private sealed record Given(string[] Origins, CancellationTokenSource Changed);
}
