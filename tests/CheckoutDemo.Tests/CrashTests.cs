using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Tests;

/// <summary>The shop killed in the middle of a confirm, and started again with the same ledger.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData("delay-after-work")]
    [InlineData("delay-before-work")]
    public async Task A_shop_killed_while_the_gateway_works_ends_paid_once(string fault)
    {
        using var directory = new ScratchDirectory();
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var settings = Settings.FreePorts(directory).With(
            ("Sandbox__Enabled", "false"),
            ("Payment__ApiBaseAddress", gateway.Address.GetLeftPart(UriPartial.Authority)),
            ("Payment__ScriptAddress", new Uri(gateway.Address, "/v2/standard").AbsoluteUri));
        var sandbox = new SandboxControls(gateway.Address);
        string orderId;

        await using (var first = await ShopProcess.OpenAsync(directory.Path, settings))
        {
            var demo = new DemoShop(first);
            orderId = (await demo.OpenOrderAsync()).GetProperty("orderId").GetString()!;
            var paymentKey = await sandbox.AuthenticateAsync(orderId, 38_000);
            await sandbox.ArmAsync(new { operation = "confirm", kind = fault, count = 1, delay = "00:00:20" });
            var confirming = demo.ConfirmAsync(paymentKey, orderId, 38_000);
            await Until.TrueAsync(async () => await demo.StatusOfAsync(orderId) == "checking");
            if (fault == "delay-after-work")
                await Until.TrueAsync(async () => (await sandbox.ExecutionsOfAsync(orderId)).Length > 0);
            await first.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => confirming);
        }

        await using var second = await ShopProcess.OpenAsync(directory.Path, settings);
        var restarted = new DemoShop(second);
        await Until.TrueAsync(async () => await restarted.StatusOfAsync(orderId) == "paid", TimeSpan.FromMinutes(5));
        Assert.Equal(["approve 38000"], await sandbox.ExecutionsOfAsync(orderId));
    }
}
