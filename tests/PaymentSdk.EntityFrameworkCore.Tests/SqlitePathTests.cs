using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Which file a SQLite ledger is, and who may read it.</summary>
public sealed class SqlitePathTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Data Source=payments.db")]
    [InlineData("DataSource=./payments.db;Pooling=False")]
    [InlineData("Filename=../{0}/payments.db")]
    public async Task A_relative_path_is_taken_from_the_content_root_and_the_full_path_is_logged(string connectionString)
    {
        var folder = Path.GetDirectoryName(_file.Path)!;
        using var lines = new LogLines();
        var text = connectionString.Replace("{0}", Path.GetFileName(folder), StringComparison.Ordinal);

        using var host = await StartAsync(folder, text, lines);

        Assert.True(File.Exists(_file.Path));
        Assert.Contains(lines.All, line => line.Contains($"The payment ledger is the SQLite file {_file.Path}.", StringComparison.Ordinal));
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task The_file_and_the_ones_beside_it_are_readable_by_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        await using var host = await LedgerHost.StartAsync(_file);
        await Opened.StoreAsync(host.Ledger);

        var files = Directory.GetFiles(Path.GetDirectoryName(_file.Path)!);

        Assert.Equal(["payments.db", "payments.db-shm", "payments.db-wal"], files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
    }

    private static UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static async Task<IHost> StartAsync(string root, string connectionString, LogLines lines)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Payment:SecretKey"] = "test_gsk_fake_shop", ["Payment:ClientKey"] = "test_gck_fake_shop" });
        builder.Logging.AddProvider(lines);
        builder.Services.AddPaymentSdk().AddEntityFrameworkLedger(database => database.UseSqlite(connectionString), ledger => ledger.MigrateAtStart = true);
        var host = builder.Build();
        await host.StartAsync(Ct);
        return host;
    }
}
