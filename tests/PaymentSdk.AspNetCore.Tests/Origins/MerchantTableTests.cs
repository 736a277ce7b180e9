using System.Data.Common;
using ManyMerchants;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>The sample origin source of a platform with many merchants, as in samples/ManyMerchants.</summary>
public sealed class MerchantTableTests : IAsyncDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly FakeTimeProvider _time = new();
    private readonly DbDataSource _database;

    public MerchantTableTests() => _database = SqliteFactory.Instance.CreateDataSource($"Data Source={_file};Pooling=False");

    [Fact]
    public async Task A_merchant_that_signs_up_or_leaves_is_allowed_or_refused_within_seconds()
    {
        await using var host = await StartAsync();
        Assert.Equal(403, await Status(host, "https://first.example"));

        await Execute("INSERT INTO MerchantOrigin VALUES ('https://first.example'), ('https://second.example')");
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((200, 200), (await Status(host, "https://first.example"), await Status(host, "https://second.example")));

        await Execute("DELETE FROM MerchantOrigin WHERE Origin = 'https://first.example'");
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((403, 200), (await Status(host, "https://first.example"), await Status(host, "https://second.example")));
    }

    [Fact]
    public async Task A_bad_row_and_an_unavailable_table_leave_the_last_good_origins_in_force()
    {
        await using var host = await StartAsync("https://good.example");

        await Execute("INSERT INTO MerchantOrigin VALUES ('https://Bad.example/pay')");
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await Status(host, "https://good.example"));
        Assert.Contains(host.Log.Of(1002), line => line.Contains("Write https://bad.example instead", StringComparison.Ordinal));

        await Execute("ALTER TABLE MerchantOrigin RENAME TO Away");
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await Status(host, "https://good.example"));
        Assert.NotEmpty(host.Log.Of(1003));

        await Execute("UPDATE Away SET Origin = 'https://bad.example' WHERE Origin LIKE '%Bad%'");
        await Execute("ALTER TABLE Away RENAME TO MerchantOrigin");
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal((200, 200), (await Status(host, "https://good.example"), await Status(host, "https://bad.example")));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        File.Delete(_file);
    }

    private async Task<ProtectedHost> StartAsync(params string[] origins)
    {
        await MerchantTable.CreateAsync(_database);
        foreach (var origin in origins)
            await Execute($"INSERT INTO MerchantOrigin VALUES ('{origin}')");
        return await ProtectedHost.StartAsync(
            app => app.MapShop(),
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(_time);
                builder.Services.AddSingleton(_database);
                builder.Services.AddPaymentSdk().AddMerchantOrigins<MerchantTable>();
            },
            origins: []);
    }

    private async Task Execute(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> Status(ProtectedHost host, string origin) =>
        (await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {origin}")).Status;
}
