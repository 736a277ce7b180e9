using CheckoutDemo.Tests.Running;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Tests;

/// <summary>The shop is killed in the middle of confirms, and started again with the same ledger.</summary>
public sealed class CrashTests
{
    /// <summary>
    /// This test takes more than 120 seconds, because the row belongs to the killed process until its lease ends (docs/spec/money.md §3).
    /// </summary>
    [Fact]
    public async Task A_shop_killed_in_the_middle_of_confirms_ends_paid_once_after_a_restart()
    {
        using var directory = new ScratchDirectory();
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var sandbox = new SandboxControls(gateway.Address);
        var settings = Settings.FreePorts(directory).With(
            ("Sandbox__Enabled", "false"),
            ("Payment__ApiBaseAddress", gateway.Address.GetLeftPart(UriPartial.Authority)),
            ("Payment__ScriptAddress", new Uri(gateway.Address, "/v2/standard").AbsoluteUri));
        string approved, notYetApproved;

        await using (var first = await ShopProcess.OpenAsync(directory.Path, settings))
        {
            var demo = new DemoShop(first);
            (approved, var answered) = await ConfirmAsync(demo, sandbox, "delay-after-work");
            await Until.TrueAsync(async () => (await sandbox.ExecutionsOfAsync(approved)).Length == 1);
            (notYetApproved, var unanswered) = await ConfirmAsync(demo, sandbox, "delay-before-work");
            await first.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => answered);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => unanswered);
        }

        await using var second = await ShopProcess.OpenAsync(directory.Path, settings);
        var restarted = new DemoShop(second);
        foreach (var orderId in new[] { approved, notYetApproved })
        {
            await Until.TrueAsync(async () => await restarted.StatusOfAsync(orderId) == "paid", TimeSpan.FromMinutes(6));
            Assert.Equal(["approve 38000"], await sandbox.ExecutionsOfAsync(orderId));
        }
    }

    /// <summary>Begins a confirm that hangs at the gateway; the order is being checked when this returns.</summary>
    private static async Task<(string OrderId, Task<HttpResponseMessage> Answer)> ConfirmAsync(DemoShop demo, SandboxControls sandbox, string fault)
    {
        var orderId = (await demo.OpenOrderAsync()).GetProperty("orderId").GetString()!;
        var paymentKey = await sandbox.AuthenticateAsync(orderId, 38_000);
        await sandbox.ArmAsync(new { operation = "confirm", kind = fault, count = 1, delay = "00:01:00" });
        var answer = demo.ConfirmAsync(paymentKey, orderId, 38_000);
        await Until.TrueAsync(async () => await demo.StatusOfAsync(orderId) == "checking");
        return (orderId, answer);
    }
}
