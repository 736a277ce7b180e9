using System.Net;
using System.Text.Json;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>A buyer pays: page, endpoints, ledger, recovery and gateway over real sockets.</summary>
public sealed class PayingTests
{
    [Fact]
    public async Task Buyer_pays_and_the_page_reads_the_receipt()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        Assert.Equal("open", (await shop.OrderAsync(orderId)).GetProperty("status").GetString());

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var order = await Answer.JsonAsync(response);
        Assert.Equal("paid", order.GetProperty("status").GetString());
        Assert.Equal(15000, order.GetProperty("balance").GetDecimal());
        Assert.True(order.TryGetProperty("approvedAt", out _));
        Assert.Equal(JsonSerializer.Serialize(order), JsonSerializer.Serialize(await shop.OrderAsync(orderId)));
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
        Assert.Equal(AttemptState.Approved, await shop.StateAsync(orderId));
    }

    [Fact]
    public async Task Tampered_amount_calls_no_gateway_and_leaves_the_order_open()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);

        Assert.Equal("409 amount-mismatch", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, paymentKey, amount: 100)));

        Assert.Empty(shop.Gateway.ReadRequests());
        Assert.Equal(AttemptState.Created, await shop.StateAsync(orderId));
        Assert.Equal(HttpStatusCode.OK, (await shop.ConfirmAsync(orderId, paymentKey)).StatusCode);
    }

    [Fact]
    public async Task Order_that_was_never_opened_calls_no_gateway()
    {
        await using var shop = await PayingShop.StartAsync();

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await shop.ConfirmAsync("order-of-nobody", shop.Authenticate("order-of-nobody"))));
        Assert.Empty(shop.Gateway.ReadRequests());
    }

    [Fact]
    public async Task Ten_clicks_on_pay_take_the_money_once()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.ConfirmAsync(orderId, paymentKey)));

        Assert.All(responses, response => Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Accepted]));
        await shop.OrderUntilAsync(orderId, "paid");
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
    }

    [Fact]
    public async Task Reload_of_the_success_page_takes_the_money_once()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        var address = $"/payments/success?paymentType=NORMAL&orderId={orderId}&paymentKey={shop.Authenticate(orderId)}&amount=15000";

        foreach (var _ in (int[])[1, 2, 3])
        {
            var response = await shop.Page.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.SeeOther, $"/orders/{orderId}"), (response.StatusCode, response.Headers.Location?.OriginalString));
        }

        Assert.Equal("paid", (await shop.OrderAsync(orderId)).GetProperty("status").GetString());
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
    }

    [Fact]
    public async Task Paid_order_is_never_called_not_charged_while_the_ledger_cannot_be_read()
    {
        await using var shop = await PayingShop.StartAsync(more: ControlledLedger.Wrap);
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);
        Assert.Equal(HttpStatusCode.OK, (await shop.ConfirmAsync(orderId, paymentKey)).StatusCode);

        ControlledLedger.Of(shop.Services).IsUnavailable = true;
        foreach (var response in (HttpResponseMessage[])[
            await shop.ConfirmAsync(orderId, paymentKey),
            await shop.Page.GetAsync($"/payments/success?orderId={orderId}&paymentKey={paymentKey}&amount=15000", TestContext.Current.CancellationToken),
            await shop.Page.GetAsync($"/payments/orders/{orderId}", TestContext.Current.CancellationToken),
            await shop.Page.PostAsync($"/payments/orders/{orderId}/attempts", null, TestContext.Current.CancellationToken)])
        {
            Assert.Equal("503 order-unavailable", await Answer.ProblemAsync(response));
            Assert.Equal("ask-again", (await Answer.JsonAsync(response)).GetProperty("next").GetString());
        }

        ControlledLedger.Of(shop.Services).IsUnavailable = false;
        Assert.Equal("paid", (await Answer.JsonAsync(await shop.ConfirmAsync(orderId, paymentKey))).GetProperty("status").GetString());
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
    }

    [Fact]
    public async Task Refused_card_is_followed_by_another_card_under_a_new_order_id()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();

        var refused = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId, confirmFailure: "REJECT_CARD_PAYMENT"));

        Assert.Equal("402 payment-declined", await Answer.ProblemAsync(refused));
        Assert.Equal("REJECT_CARD_PAYMENT", (await Answer.JsonAsync(refused)).GetProperty("code").GetString());
        Assert.Equal("open-again", (await shop.OrderAsync(orderId)).GetProperty("next").GetString());
        var opened = await shop.Page.PostAsync($"/payments/orders/{orderId}/attempts", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var next = (await Answer.JsonAsync(opened)).GetProperty("orderId").GetString()!;
        Assert.NotEqual(orderId, next);
        Assert.Equal(HttpStatusCode.OK, (await shop.ConfirmAsync(next, shop.Authenticate(next))).StatusCode);
        Assert.Equal((2, 1), (shop.Confirms, shop.Approvals));
        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(await shop.Page.PostAsync($"/payments/orders/{orderId}/attempts", null, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Second_window_of_a_paid_order_is_never_confirmed()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        var (first, second) = (shop.Authenticate(orderId), shop.Authenticate(orderId));
        await shop.ConfirmAsync(orderId, first);

        var response = await shop.ConfirmAsync(orderId, second);

        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(response));
        Assert.Equal("paid", (await Answer.JsonAsync(response)).GetProperty("orderStatus").GetString());
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
    }

    [Fact]
    public async Task Virtual_account_is_shown_until_its_deposit_is_in()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId, method: "VIRTUAL_ACCOUNT");

        var response = await shop.ConfirmAsync(orderId, paymentKey);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var waiting = await Answer.JsonAsync(response);
        Assert.Equal("awaitingDeposit", waiting.GetProperty("status").GetString());
        Assert.NotEmpty(waiting.GetProperty("depositAccount").GetProperty("accountNumber").GetString()!);
        shop.Gateway.Deposit(paymentKey);
        var paid = await shop.OrderUntilAsync(orderId, "paid");
        Assert.False(paid.TryGetProperty("depositAccount", out _));
    }

    [Fact]
    public async Task Buyer_who_closes_the_browser_has_still_paid()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.DelayAfterWork) { Count = 1, Delay = TimeSpan.FromSeconds(1) });
        using var leaving = new CancellationTokenSource();
        var confirm = shop.ConfirmAsync(orderId, shop.Authenticate(orderId), left: leaving.Token);
        while (shop.Approvals == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => confirm);
        await shop.OrderUntilAsync(orderId, "paid");
        Assert.Equal((1, 1), (shop.Confirms, shop.Approvals));
    }

    [Fact]
    public async Task Lost_answer_that_cannot_be_queried_is_202_and_found_later()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork),
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500));

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("checking", (await Answer.JsonAsync(response)).GetProperty("status").GetString());
        Assert.Equal($"/payments/orders/{orderId}", response.Headers.Location?.OriginalString);
        shop.Gateway.ClearFaults();
        await shop.OrderUntilAsync(orderId, "paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Buyer_who_cancels_in_the_window_may_pay_the_same_order()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();

        var back = await shop.Page.GetAsync($"/payments/fail/{orderId}?code=PAY_PROCESS_CANCELED&message=x", TestContext.Current.CancellationToken);

        Assert.Equal($"/orders/{orderId}?code=PAY_PROCESS_CANCELED", back.Headers.Location?.OriginalString);
        Assert.Equal(AttemptState.Created, await shop.StateAsync(orderId));
        Assert.Equal(HttpStatusCode.OK, (await shop.ConfirmAsync(orderId, shop.Authenticate(orderId))).StatusCode);
    }

    [Fact]
    public async Task Order_of_one_shop_is_not_found_by_another_in_the_same_ledger()
    {
        await using var shop = await PayingShop.StartAsync(second: "b");
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId);

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await shop.Page.GetAsync($"/b/payments/orders/{orderId}", TestContext.Current.CancellationToken)));
        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await shop.Page.GetAsync(
            $"/b/payments/success?orderId={orderId}&paymentKey={paymentKey}&amount=15000", TestContext.Current.CancellationToken)));
        Assert.Empty(shop.Gateway.ReadRequests());
        Assert.Equal(HttpStatusCode.OK, (await shop.ConfirmAsync(orderId, paymentKey)).StatusCode);
    }
}
