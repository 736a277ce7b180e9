using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>
/// Each class of answer of docs/spec/money.md §4: the answer to the page, the number of confirms that the gateway received, the number of
/// times it took money, and the final state of the attempt.
/// </summary>
public sealed class AnswerClassTests
{
    [Theory]
    [InlineData(SandboxFaultKind.CloseBeforeWork, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.CloseAfterWork, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.ResetAfterWork, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.HalfBody, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.Status500, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.Status500AfterWork, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.Status429, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.Html502, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.Html502AfterWork, 200, 2, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.UnknownCodeAfterWork, 200, 1, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.WrongPayment, 200, 1, 1, AttemptState.Approved)]
    [InlineData(SandboxFaultKind.WrongAmount, 409, 1, 1, AttemptState.Mismatch)]
    [InlineData(SandboxFaultKind.UnknownCode, 202, 1, 0, AttemptState.Unknown)]
    [InlineData(SandboxFaultKind.DuplicateOrderId, 202, 1, 0, AttemptState.Unknown)]
    [InlineData(SandboxFaultKind.ReplayTemporary4xx, 202, 1, 0, AttemptState.Unknown)]
    [InlineData(SandboxFaultKind.Replay5xx, 202, 2, 0, AttemptState.Unknown)]
    public async Task Answer_that_is_wrong_once_is_recorded_correctly(SandboxFaultKind fault, int status, int confirms, int approvals, AttemptState state)
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, fault) { Count = 1 });

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        Assert.Equal(
            (status, confirms, approvals, state),
            ((int)response.StatusCode, shop.Confirms, shop.Approvals, await shop.StateAsync(orderId)));
        Assert.Single(shop.Gateway.ReadRequests().Where(request => request.Path == "/v1/payments/confirm").DistinctBy(request => request.IdempotencyKey));
    }

    [Theory]
    [InlineData("REJECT_CARD_PAYMENT", 0)]
    [InlineData("EXCEED_MAX_AMOUNT", 0)]
    [InlineData("PROVIDER_ERROR", 1)]
    [InlineData("NOT_SUPPORTED_METHOD", 1)]
    public async Task Refusal_is_final_at_once_only_when_its_code_concerns_the_buyer_and_is_queried_otherwise(string code, int queries)
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId, confirmFailure: code));

        Assert.Equal("402 payment-declined", await Answer.ProblemAsync(response));
        Assert.Equal(code, (await Answer.JsonAsync(response)).GetProperty("code").GetString());
        Assert.Equal(
            (1, queries, 0, AttemptState.Declined),
            (shop.Confirms, shop.Gateway.ReadRequests().Count - shop.Confirms, shop.Approvals, await shop.StateAsync(orderId)));
    }

    [Fact]
    public async Task Gateway_out_of_reach_is_503_and_the_buyer_may_try_again()
    {
        // The socket is bound but does not listen: the port refuses connections, and no other process can take it.
        using var refusing = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var shop = await PayingShop.StartAsync(options => options.ApiBaseAddress = $"http://{refusing.LocalEndPoint}");
        var orderId = await shop.OpenAsync();

        Assert.Equal("503 payment-unavailable", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, shop.Authenticate(orderId))));

        Assert.Equal(AttemptState.NotSent, await shop.StateAsync(orderId));
        Assert.True((await shop.OrderAsync(orderId)).GetProperty("canOpenAgain").GetBoolean());
    }

    [Fact]
    public async Task Keys_the_gateway_does_not_know_are_503_and_never_402()
    {
        await using var shop = await PayingShop.StartAsync(options =>
        {
            options.SecretKey = "test_gsk_fake_other";
            options.ClientKey = "test_gck_fake_other";
        });
        var orderId = await shop.OpenAsync();

        Assert.Equal("503 payment-unavailable", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, shop.Authenticate(orderId))));

        Assert.Equal((1, 0, AttemptState.NotSent), (shop.Confirms, shop.Approvals, await shop.StateAsync(orderId)));
    }

    [Fact]
    public async Task Amount_that_the_gateway_changed_is_shown_as_needing_attention()
    {
        await using var shop = await PayingShop.StartAsync();
        var orderId = await shop.OpenAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.WrongAmount) { Count = 1 });

        var response = await shop.ConfirmAsync(orderId, shop.Authenticate(orderId));

        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(response));
        Assert.Equal("attention", (await Answer.JsonAsync(response)).GetProperty("orderStatus").GetString());
    }

    [Fact]
    public async Task Amount_that_the_currency_of_the_order_cannot_have_is_shown_too()
    {
        await using var shop = await PayingShop.StartAsync(more: payments => payments.HttpClient.AddHttpMessageHandler(() => new HalfWon()));
        var orderId = await shop.OpenAsync();

        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, shop.Authenticate(orderId))));

        var order = await shop.OrderAsync(orderId);
        Assert.Equal(("attention", 15000), (order.GetProperty("status").GetString(), order.GetProperty("amount").GetProperty("value").GetDecimal()));
    }

    [Fact]
    public async Task Balance_of_another_currency_is_not_shown_beside_the_amount_of_the_order()
    {
        await using var shop = await PayingShop.StartAsync(more: payments => payments.HttpClient.AddHttpMessageHandler(() => new HalfWon("USD")));
        var orderId = await shop.OpenAsync();

        Assert.Equal("409 order-not-open", await Answer.ProblemAsync(await shop.ConfirmAsync(orderId, shop.Authenticate(orderId))));

        Assert.False((await shop.OrderAsync(orderId)).TryGetProperty("balance", out _));
    }

    /// <summary>A gateway whose answers contain the amount 15000.5 instead of 15000, in won or in another currency.</summary>
    private sealed class HalfWon(string currency = "KRW") : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            response.Content = new StringContent(
                text.Replace("15000", "15000.5", StringComparison.Ordinal).Replace("\"KRW\"", $"\"{currency}\"", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
            return response;
        }
    }
}
