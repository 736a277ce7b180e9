using System.Net;
using System.Text.Json.Nodes;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>The ledger keeps matching the gateway, whatever a webhook claims about an order in any state.</summary>
public sealed class OrderStateTests
{
    private static readonly string[] Claims = ["DONE", "CANCELED", "PARTIAL_CANCELED", "ABORTED", "EXPIRED", "WAITING_FOR_DEPOSIT", "READY", "NEW_STATUS"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AttemptState.Created)]
    [InlineData(AttemptState.Declined)]
    [InlineData(AttemptState.AwaitingDeposit)]
    [InlineData(AttemptState.Approved)]
    [InlineData(AttemptState.PartlyCanceled)]
    [InlineData(AttemptState.Canceled)]
    public async Task Claims_of_every_status_and_real_webhooks_sent_again_change_nothing(AttemptState state)
    {
        await using var shop = await WebhookShop.StartAsync();
        var (orderId, paymentKey) = await InAsync(shop, state);
        await shop.Shop.Gateway.WhenWebhooksAreSentAsync(Ct);
        await shop.HandledAsync();
        await Until.TrueAsync(async () => await shop.Shop.StateAsync(orderId) == state, () => $"the order is not {state}");
        var real = shop.Shop.Gateway.ReadWebhooks().Select(webhook => webhook.Body).Reverse().ToList();
        var before = await JournalAsync(shop, orderId);

        foreach (var claim in Claims)
        {
            await ExpectTakenAsync(shop, WebhookShop.StatusChanged(orderId, paymentKey, claim).ToJsonString());
            await ExpectTakenAsync(shop, WebhookShop.DepositCallback(orderId, claim, "ps_forged").ToJsonString());
        }

        // The real webhooks are sent again, the newest first. Each gets a later time, so that it is not recognized as a repetition of the same bytes.
        foreach (var body in real)
            await ExpectTakenAsync(shop, Later(body));
        await shop.HandledAsync();
        await UntilIdleAsync(shop, orderId);

        Assert.Equal(state, await shop.Shop.StateAsync(orderId));
        Assert.Equal(before, await JournalAsync(shop, orderId));
    }

    private static async Task<(string OrderId, string PaymentKey)> InAsync(WebhookShop shop, AttemptState state)
    {
        if (state is AttemptState.Created or AttemptState.Declined)
        {
            var orderId = await shop.Shop.OpenAsync();
            var paymentKey = shop.Shop.Authenticate(orderId, confirmFailure: "REJECT_CARD_COMPANY");
            if (state == AttemptState.Declined)
                await shop.Shop.ConfirmAsync(orderId, paymentKey);
            return (orderId, paymentKey);
        }

        var opened = state == AttemptState.AwaitingDeposit ? await shop.AwaitingDepositAsync() : await shop.PaidAsync();
        if (state is AttemptState.PartlyCanceled or AttemptState.Canceled)
            shop.Shop.Gateway.CancelAtDashboard(opened.PaymentKey, state == AttemptState.Canceled ? null : 5_000);
        return opened;
    }

    private static async Task ExpectTakenAsync(WebhookShop shop, string body)
    {
        using var answer = await shop.SendAsync(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Later(string body)
    {
        var later = JsonNode.Parse(body)!.AsObject();
        later["createdAt"] = "2026-11-24T00:00:00.000000";
        return later.ToJsonString();
    }

    /// <summary>Waits until no work is due for the order.</summary>
    private static Task UntilIdleAsync(WebhookShop shop, string orderId) => Until.TrueAsync(
        async () =>
        {
            var (_, attempt, now) = (await shop.Ledger.FindAsync("", OrderId.Parse(orderId), Ct))!;
            return attempt.LeaseUntil is null && (attempt.DueAt is null || attempt.DueAt > now.AddSeconds(30));
        },
        () => "work is still due for the order");

    private static async Task<string> JournalAsync(WebhookShop shop, string orderId)
    {
        var (purchase, _, _) = (await shop.Ledger.FindAsync("", OrderId.Parse(orderId), Ct))!;
        return string.Join('\n', await shop.Ledger.ReadJournalAsync("", purchase.PurchaseId, Ct));
    }
}
