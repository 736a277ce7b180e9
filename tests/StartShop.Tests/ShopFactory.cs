using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PaymentSdk.Sandbox;

namespace StartShop.Tests;

/// <summary>The shop on a free port, with its own sandbox and ledger.</summary>
public sealed class ShopFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _ledger = Path.Combine(Path.GetTempPath(), $"shop-{Guid.NewGuid():N}.db");

    public SandboxGateway Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
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
        .UseSetting("ConnectionStrings:Ledger", $"Data Source={_ledger};Pooling=False");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sandbox.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_ledger) + "*"))
            File.Delete(file);
    }
}
