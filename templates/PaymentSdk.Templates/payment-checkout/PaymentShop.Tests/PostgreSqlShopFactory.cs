using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using PaymentSdk.Sandbox;

namespace StartShop.Tests;

/// <summary>The shop on a free port, with a sandbox and a database of its own on the server that SHOP_TEST_SERVER names.</summary>
public sealed class ShopFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _server = Environment.GetEnvironmentVariable("SHOP_TEST_SERVER") ?? "Host=localhost;Username=payments";
    private readonly string _ledger = $"shop_{Guid.NewGuid():N}";

    public SandboxGateway Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {_ledger}");
        Sandbox = await SandboxGateway.StartAsync();
        UseKestrel(0);                                    // a real socket, so that webhooks and browsers find the shop
        StartServer();
        Sandbox.SendWebhooksTo(new Uri(ClientOptions.BaseAddress, "/payments/webhooks").AbsoluteUri);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Payment:SecretKey", "test_gsk_fake_shop")
        .UseSetting("Payment:ClientKey", "test_gck_fake_shop")
        .UseSetting("Payment:ApiBaseAddress", Sandbox.Address.AbsoluteUri)
        .UseSetting("Payment:ScriptAddress", new Uri(Sandbox.Address, "/v2/standard").AbsoluteUri)
        .UseSetting("ConnectionStrings:Ledger", $"{_server};Database={_ledger}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sandbox.DisposeAsync();
        await ExecuteAsync($"DROP DATABASE {_ledger} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection($"{_server};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
