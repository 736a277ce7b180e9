using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentSdk.EntityFrameworkCore.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The real ledger on its own SQLite file, with the clock of a world.</summary>
internal sealed class SqliteTwin : IDisposable
{
    private static readonly Lazy<string> Migrated = new(Migrate);

    private readonly string _path = NewPath();
    private readonly ServiceProvider _services;

    public SqliteTwin(World world)
    {
        // The tables are created once; each history starts with a copy of the empty file.
        File.Copy(Migrated.Value, _path);
        _services = Services(_path, new WorldClock(world));
        Ledger = new TwinLedger(world, _services.GetRequiredService<IOrderLedger>());
    }

    public TwinLedger Ledger { get; }

    public void Dispose()
    {
        _services.Dispose();
        foreach (var path in new[] { _path, $"{_path}-wal", $"{_path}-shm" })
            File.Delete(path);
    }

    private static string Migrate()
    {
        var path = NewPath();
        using var services = Services(path, TimeProvider.System);
        var database = services.GetRequiredKeyedService<LedgerDatabase>("");
        database.UseAsync(
            async session =>
            {
                await session.Database.Database.MigrateAsync();
                // The checkpoint leaves a single file to copy.
                await session.Database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            },
            CancellationToken.None).GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }

    private static ServiceProvider Services(string path, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddPaymentSdk(_ => { }).AddEntityFrameworkLedger(database => database.UseSqlite($"Data Source={path};Pooling=False"));
        return services.BuildServiceProvider();
    }

    /// <summary>Returns a new path, in memory when the machine has an in-memory file system, because the disk is not under test.</summary>
    private static string NewPath() =>
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"paymentsdk-simulation-{Guid.NewGuid():N}.db");

    /// <summary>True time, which is the time of the database.</summary>
    private sealed class WorldClock(World world) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => world.Now;
    }
}
