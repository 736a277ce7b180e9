using PaymentSdk.AspNetCore.Tests.Endpoints;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>
/// Webhooks of the gateway itself, including duplicated and late ones, and ones that arrive in the wrong order or before the answer.
/// </summary>
public sealed class GatewayWebhookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deposit_is_recorded_immediately_and_not_an_hour_later()
    {
        await using var shop = await WebhookShop.StartAsync();
        var (orderId, paymentKey) = await shop.AwaitingDepositAsync();

        shop.Shop.Gateway.Deposit(paymentKey);

        // The test does not read the order through the endpoint, because that would also make it due.
        await Until.TrueAsync(async () => await shop.Shop.StateAsync(orderId) == AttemptState.Approved, () => "the deposit is not seen");
    }

    [Fact]
    public async Task Two_cancels_at_the_dashboard_within_a_minute_are_both_recorded()
    {
        await using var shop = await WebhookShop.StartAsync();
        var (orderId, paymentKey) = await shop.PaidAsync();

        shop.Shop.Gateway.CancelAtDashboard(paymentKey, 5_000);
        await UntilBalanceAsync(shop, orderId, 10_000);
        shop.Shop.Gateway.CancelAtDashboard(paymentKey, 3_000);
        await UntilBalanceAsync(shop, orderId, 7_000);

        Assert.Equal(AttemptState.PartlyCanceled, await shop.Shop.StateAsync(orderId));
    }

    [Theory]
    [InlineData(SandboxFaultKind.DuplicateWebhook)]
    [InlineData(SandboxFaultKind.ReorderedWebhook)]
    [InlineData(SandboxFaultKind.ForgedWebhook)]
    public async Task Whatever_happens_to_the_webhooks_the_order_matches_the_gateway(SandboxFaultKind fault)
    {
        await using var shop = await WebhookShop.StartAsync();
        await shop.Shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Webhook, fault) { Count = 100 });
        var (orderId, paymentKey) = await shop.AwaitingDepositAsync();

        shop.Shop.Gateway.Deposit(paymentKey);
        shop.Shop.Gateway.CancelAtDashboard(paymentKey, 5_000);
        // The fault holds a webhook back until a later one comes. When none comes, the webhook is sent after a minute.
        shop.Shop.Gateway.AdvanceClock(TimeSpan.FromMinutes(2));
        await Until.TrueAsync(async () => await shop.Shop.StateAsync(orderId) == AttemptState.PartlyCanceled, () => "the cancel is not seen");
        await shop.HandledAsync();

        Assert.Equal(AttemptState.PartlyCanceled, await shop.Shop.StateAsync(orderId));
        Assert.All(shop.Shop.Gateway.ReadWebhooks().SelectMany(webhook => webhook.Tries), attempt => Assert.Equal(200, attempt.Status));
    }

    [Fact]
    public async Task A_webhook_that_arrives_before_the_answer_is_not_treated_as_forged()
    {
        var log = new CapturedLog();
        await using var shop = await WebhookShop.StartAsync(log: log);
        await shop.Shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WebhookBeforeResponse) { Count = 1 });

        var (orderId, _) = await shop.PaidAsync();
        await shop.HandledAsync();

        Assert.Equal(1, shop.Shop.Approvals);
        Assert.Equal(AttemptState.Approved, await shop.Shop.StateAsync(orderId));
        Assert.DoesNotContain(log.Messages, message => message.EventId == WrongSecret);
    }

    [Fact]
    public async Task The_stored_part_of_a_webhook_contains_no_personal_data_and_no_secret()
    {
        await using var shop = await WebhookShop.StartAsync();
        var (_, paymentKey) = await shop.AwaitingDepositAsync();
        shop.Shop.Gateway.Deposit(paymentKey);
        await shop.Shop.Gateway.WhenWebhooksAreSentAsync(Ct);
        await shop.HandledAsync();

        var sent = shop.Shop.Gateway.ReadWebhooks().Select(webhook => webhook.Body).ToList();
        var secret = System.Text.Json.Nodes.JsonNode.Parse(sent[0])!["secret"] ?? System.Text.Json.Nodes.JsonNode.Parse(sent[0])!["data"]!["secret"]!;
        var kept = await shop.KeptAsync();
        Assert.NotEmpty(kept);
        Assert.All(sent, body => Assert.Contains(secret.GetValue<string>(), body, StringComparison.Ordinal));
        Assert.All(kept, body => Assert.DoesNotContain(secret.GetValue<string>(), body, StringComparison.Ordinal));
        Assert.All(kept, body => Assert.Contains("\"secret\":\"***\"", body, StringComparison.Ordinal));
        Assert.Contains(kept, body => body.Contains("\"status\":\"DONE\"", StringComparison.Ordinal));
    }

    private const int WrongSecret = 321;

    private static Task UntilBalanceAsync(WebhookShop shop, string orderId, decimal balance) => Until.TrueAsync(
        async () => (await shop.Ledger.FindAsync("", OrderId.Parse(orderId), Ct))!.Attempt.Balance == balance,
        () => $"the balance is not {balance}");
}
