using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>One fact is one log event.</summary>
public sealed class OneFactTests
{
    [Fact]
    public async Task A_browser_that_names_another_amount_is_one_warning()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(log: log);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        var before = log.Messages.Count;

        Assert.Equal("409 amount-mismatch", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, paymentKey, amount: 100)));

        var message = Assert.Single(After(log, before), message => message.Text.Contains(orderId, StringComparison.Ordinal));
        Assert.Equal((201, LogLevel.Warning), (message.EventId, message.Level));
        Assert.DoesNotContain(After(log, before), message => message.Text.Contains("amount-mismatch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_amount_that_the_gateway_took_is_one_critical_event_with_its_transition()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(log: log);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount));
        var before = log.Messages.Count;

        await shop.ConfirmAsync(orderId, paymentKey);

        var message = Assert.Single(After(log, before), message => message.Text.Contains(orderId, StringComparison.Ordinal));
        Assert.Equal((207, LogLevel.Critical), (message.EventId, message.Level));
        Assert.Contains("Confirming -> Mismatch by answer", message.Text, StringComparison.Ordinal);
    }

    /// <summary>What an operator reads, without the events of the shop's own handlers, which come when they come.</summary>
    private static IEnumerable<CapturedMessage> After(CapturedLog log, int count) =>
        log.Messages.Skip(count).Where(message => message.Level >= LogLevel.Information && !message.Text.StartsWith("Event ", StringComparison.Ordinal));
}
