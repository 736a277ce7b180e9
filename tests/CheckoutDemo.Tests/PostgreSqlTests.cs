using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;
using Until = CheckoutDemo.Tests.Running.Until;

[assembly: AssemblyFixture(typeof(PostgresDatabases))]

namespace CheckoutDemo.Tests;

/// <summary>The demo with its ledger on PostgreSQL, chosen by configuration alone.</summary>
public sealed class PostgreSqlTests(PostgresDatabases databases)
{
    private const decimal Price = 38_000;

    [Fact]
    public async Task Three_shops_that_start_at_once_on_one_new_database_are_one_shop_to_the_buyer()
    {
        using var directory = new ScratchDirectory();
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var sandbox = new SandboxControls(gateway.Address);
        var settings = await SettingsAsync(directory, gateway);
        var shops = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ShopProcess.OpenAsync(directory.Path, settings)));
        try
        {
            var demos = shops.Select(shop => new DemoShop(shop)).ToList();

            // The order is opened at one shop and confirmed at all three at the same moment, each by its own page.
            var orderId = (await demos[0].OpenOrderAsync()).GetProperty("orderId").GetString()!;
            var paymentKey = await sandbox.AuthenticateAsync(orderId, Price);
            await Task.WhenAll(demos.Select(demo => demo.ConfirmAsync(paymentKey, orderId, Price)));
            foreach (var demo in demos)
                await Until.TrueAsync(async () => await demo.StatusOfAsync(orderId) == "paid");
            Assert.Equal(["approve 38000"], await sandbox.ExecutionsOfAsync(orderId));

            await ReceiveWebhookAtAnotherAsync(demos, sandbox, gateway, settings.Single(setting => setting.Name == "ConnectionStrings__Ledger").Value!);
            await ResolveUncertainAsync(demos, sandbox, shops);
        }
        finally
        {
            foreach (var shop in shops)
                await shop.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_doctor_names_the_server_and_the_pending_migrations_and_changes_nothing()
    {
        using var directory = new ScratchDirectory();
        var database = await databases.CreateAsync();

        var (exitCode, output) = await ShopProcess.ExamineAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Payment__LedgerProvider", "PostgreSql"), ("ConnectionStrings__Ledger", database)));

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"(?m)^ok +ledger +PostgreSQL \d+.*, synchronous_commit=on\. Tables to migrate: ", output);
        Assert.Equal("0", await PostgresServer.ExecuteAsync(database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_missing_server_stops_the_shop_and_is_reported_without_the_password()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Payment__LedgerProvider", "PostgreSql"), ("ConnectionStrings__Ledger", $"Host={directory.Path};Database=shop;Username=shop;Password=very-secret-word")));

        Assert.Equal(1, exitCode);
        Assert.Contains("The payment ledger's database cannot be used", output, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret-word", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_only_the_provider_is_changed_the_error_says_that_the_default_connection_is_a_file()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Payment__LedgerProvider", "PostgreSql"), ("ConnectionStrings__Ledger", "Data Source=checkout-demo.db")));

        Assert.Equal(1, exitCode);
        Assert.Contains("ConnectionStrings:Ledger cannot be read for Payment:LedgerProvider=PostgreSql", output, StringComparison.Ordinal);
    }

    /// <summary>Opens an account at one shop, sends the webhook of its deposit to another, and reads the paid order at a third one.</summary>
    private static async Task ReceiveWebhookAtAnotherAsync(List<DemoShop> demos, SandboxControls sandbox, SandboxGateway gateway, string database)
    {
        gateway.SendWebhooksTo($"{demos[1].Address}/payments/webhooks");
        var orderId = (await demos[0].OpenOrderAsync()).GetProperty("orderId").GetString()!;
        var paymentKey = gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId, Price) { Method = "VIRTUAL_ACCOUNT" });
        using var answer = await demos[0].ConfirmAsync(paymentKey, orderId, Price);
        // The test reads the table instead of the shop's endpoint, because reading the order there would also trigger a query.
        Task<string> StateAsync() => PostgresServer.ExecuteAsync(database, $"SELECT state FROM payment_attempts WHERE order_id = '{orderId}'");
        Assert.Equal("AwaitingDeposit", await StateAsync());

        await sandbox.DepositAsync(paymentKey);

        await Until.TrueAsync(async () => await StateAsync() == "Approved");
        Assert.Equal("paid", await demos[2].StatusOfAsync(orderId));
        gateway.SendWebhooksTo(null);
    }

    /// <summary>Confirms three payments in one shop, loses the answers and kills the shop; the other shops resolve the orders.</summary>
    private static async Task ResolveUncertainAsync(List<DemoShop> demos, SandboxControls sandbox, ShopProcess[] shops)
    {
        await sandbox.ArmAsync(new { operation = "confirm", kind = "close-after-work", count = 6 }, new { operation = "get", kind = "status-500", count = 6 });
        var left = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            var orderId = (await demos[n % 2].OpenOrderAsync()).GetProperty("orderId").GetString()!;
            var paymentKey = await sandbox.AuthenticateAsync(orderId, Price);
            using var answer = await demos[0].ConfirmAsync(paymentKey, orderId, Price);
            left.Add(orderId);
        }

        await shops[0].KillAsync();
        foreach (var orderId in left)
        {
            // The killed shop may have held a lease, which lasts two minutes.
            await Until.TrueAsync(async () => await demos[1].StatusOfAsync(orderId) == "paid", TimeSpan.FromMinutes(4));
            Assert.Equal(["approve 38000"], await sandbox.ExecutionsOfAsync(orderId));
        }
    }

    private async Task<(string Name, string? Value)[]> SettingsAsync(ScratchDirectory directory, SandboxGateway gateway) => Settings.FreePorts(directory).With(
        ("Sandbox__Enabled", "false"),
        ("Payment__ApiBaseAddress", gateway.Address.GetLeftPart(UriPartial.Authority)),
        ("Payment__ScriptAddress", new Uri(gateway.Address, "/v2/standard").AbsoluteUri),
        ("Payment__LedgerProvider", "PostgreSql"),
        ("ConnectionStrings__Ledger", await databases.CreateAsync()));
}
