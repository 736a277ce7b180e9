using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The file of a SQLite ledger, and its access rights.</summary>
public sealed class SqlitePathTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Data Source=payments.db")]
    [InlineData("DataSource=./payments.db;Pooling=False")]
    [InlineData("Filename=../{0}/payments.db")]
    public async Task A_relative_path_is_resolved_from_the_content_root_and_the_full_path_is_logged(string connectionString)
    {
        var folder = Path.GetDirectoryName(_file.Path)!;
        using var lines = new LogLines();
        var text = connectionString.Replace("{0}", Path.GetFileName(folder), StringComparison.Ordinal);

        using var host = await StartAsync(folder, text, lines);

        Assert.True(File.Exists(_file.Path));
        Assert.Contains(lines.All, line => line.Contains($"The payment ledger is the SQLite file {_file.Path}.", StringComparison.Ordinal));
        await host.StopAsync(Ct);
    }

    [Theory]
    [InlineData("Name=Ledger")]
    [InlineData("Name=ConnectionStrings:Ledger")]
    [InlineData("name = Ledger")]
    public async Task A_connection_string_of_the_configuration_is_resolved_from_the_content_root_too(string named)
    {
        using var lines = new LogLines();

        using var host = await StartAsync(Path.GetDirectoryName(_file.Path)!, named, lines, "Data Source=payments.db");

        Assert.True(File.Exists(_file.Path));
        Assert.Contains(lines.All, line => line.Contains($"The payment ledger is the SQLite file {_file.Path}.", StringComparison.Ordinal));
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task A_path_below_the_data_directory_is_logged_in_full_and_private()
    {
        using var lines = new LogLines();
        var name = $"{Guid.NewGuid():N}.db";

        using var host = await StartAsync(Path.GetDirectoryName(_file.Path)!, $"Data Source=|DataDirectory|{name}", lines);
        await host.StopAsync(Ct);

        var reported = Assert.Single(lines.All, line => line.Contains("The payment ledger is the SQLite file ", StringComparison.Ordinal));
        var file = reported[(reported.IndexOf("file ", StringComparison.Ordinal) + 5)..reported.LastIndexOf(name, StringComparison.Ordinal)] + name;
        Assert.True(File.Exists(file), reported);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file));
        File.Delete(file);
    }

    [Theory]
    [InlineData("Data Source=file:payments.db")]
    [InlineData("Data Source=file:payments.db?mode=rwc&nolock=1")]
    [InlineData("Filename=FILE:payments.db")]
    public async Task A_uri_of_SQLite_is_refused_with_the_line_to_write(string connectionString)
    {
        using var lines = new LogLines();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(Path.GetDirectoryName(_file.Path)!, connectionString, lines));

        Assert.Contains("Data Source=", failure.Message, StringComparison.Ordinal);
        Assert.Contains("file:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_of_the_host_is_refused_with_the_line_to_write()
    {
        await using var connection = new SqliteConnection($"Data Source={_file.Path}");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(db => db.UseSqlite(connection), ledger => ledger.MigrateAtStart = true)));

        Assert.Contains("connection string", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one connection for all contexts")]
    [InlineData("one context for all scopes")]
    public async Task A_context_of_the_merchant_with_one_shared_connection_is_refused_with_the_line_to_write(string what)
    {
        await MerchantTables.CreateAsync(_file);
        await using var connection = new SqliteConnection($"Data Source={_file.Path}");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger<ShopContext>(),
            builder => _ = what.StartsWith("one connection", StringComparison.Ordinal)
                ? builder.Services.AddDbContext<ShopContext>(db => db.UseSqlite(connection))
                : builder.Services.AddDbContext<ShopContext>(LedgerHost.Sqlite(_file), ServiceLifetime.Singleton, ServiceLifetime.Singleton)));

        Assert.Contains("Every ShopContext has the same connection", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=payments.db")]
    [InlineData("Name=Ledger")]
    public async Task A_context_of_the_merchant_whose_relative_path_is_another_file_from_the_content_root_is_refused_with_the_line_to_write(string connectionString)
    {
        var root = Path.GetDirectoryName(_file.Path)!;
        using var lines = new LogLines();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartMerchantAsync(root, connectionString, lines));

        Assert.Contains(Path.Combine(Environment.CurrentDirectory, "payments.db"), failure.Message, StringComparison.Ordinal);
        Assert.Contains(_file.Path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Path.Combine(builder.Environment.ContentRootPath, \"payments.db\")", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ShopContext", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Environment.CurrentDirectory, "payments.db")));
    }

    [Fact]
    public async Task A_context_of_the_merchant_with_a_full_path_or_one_that_the_content_root_gives_is_taken()
    {
        await MerchantTables.CreateAsync(_file);
        using var lines = new LogLines();
        using (var host = await StartMerchantAsync(Path.GetTempPath(), $"Data Source={_file.Path}", lines))
            await host.StopAsync(Ct);

        var relative = Path.GetRelativePath(Environment.CurrentDirectory, _file.Path);
        using (var host = await StartMerchantAsync(Environment.CurrentDirectory, $"Data Source={relative}", lines))
            await host.StopAsync(Ct);

        Assert.Equal(2, lines.All.Count(line => line.Contains($"The payment ledger is the SQLite file {_file.Path}.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_file_and_the_ones_beside_it_are_readable_by_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not use Unix file modes.");
        await using var host = await LedgerHost.StartAsync(_file);
        await Opened.StoreAsync(host.Ledger);

        var files = Directory.GetFiles(Path.GetDirectoryName(_file.Path)!);

        Assert.Equal(["payments.db", "payments.db-shm", "payments.db-wal"], files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
    }

    private static UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static Task<IHost> StartAsync(string root, string connectionString, LogLines lines, string? configured = null) => StartAsync(
        root, lines, configured, builder => builder.Services.AddPaymentSdk().AddEntityFrameworkLedger(database => database.UseSqlite(connectionString), ledger => ledger.MigrateAtStart = true));

    private static Task<IHost> StartMerchantAsync(string root, string connectionString, LogLines lines) => StartAsync(root, lines, "Data Source=payments.db", builder =>
    {
        builder.Services.AddDbContext<ShopContext>(database => database.UseSqlite(connectionString));
        builder.Services.AddPaymentSdk().AddEntityFrameworkLedger<ShopContext>();
    });

    private static async Task<IHost> StartAsync(string root, LogLines lines, string? configured, Action<HostApplicationBuilder> ledger)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Payment:SecretKey"] = "test_gsk_fake_shop",
            ["Payment:ClientKey"] = "test_gck_fake_shop",
            ["ConnectionStrings:Ledger"] = configured,
        });
        builder.Logging.AddProvider(lines);
        ledger(builder);
        var host = builder.Build();
        try
        {
            await host.StartAsync(Ct);
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return host;
    }
}
