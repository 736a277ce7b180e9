using System.Net.Http.Json;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answer to the page for each outcome of a confirm: complete answers, including headers.</summary>
public sealed class ConfirmAnswerTests
{
    private const string OrderUnavailable = """
        503
        Cache-Control: no-store
        Content-Type: application/problem+json
        Retry-After: 5
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:order-unavailable","title":"The order cannot be read right now.","status":503,"detail":"Nothing was sent by this request, and what happened before is not known. Ask again with the same order id and payment key, and open no new payment meanwhile.","next":"ask-again"}
        """;

    private static readonly BuyerText Refusal = new("카드사에서 거절했습니다.", "Your card was refused.");

    [Fact]
    public Task Paid_order_is_answered_with_its_receipt_data() => ExpectAsync(new ConfirmOutcome.Paid(Orders.Paid), """
        200
        Cache-Control: no-store
        Content-Type: application/json; charset=utf-8
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"orderId":"order-1001","purchaseId":"purchase-7","status":"paid","orderName":"머그컵 외 1건","amount":{"currency":"KRW","value":15000},"method":"카드","approvedAt":"2026-03-02T10:30:05+09:00","balance":15000,"receiptUrl":"https://receipt.example/1","canOpenAgain":false,"testMode":true}
        """);

    [Fact]
    public Task Virtual_account_is_answered_with_the_account_to_deposit_to() => ExpectAsync(new ConfirmOutcome.AwaitingDeposit(Orders.AwaitingDeposit), """
        200
        Cache-Control: no-store
        Content-Type: application/json; charset=utf-8
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"orderId":"order-1001","purchaseId":"purchase-7","status":"awaitingDeposit","orderName":"머그컵 외 1건","amount":{"currency":"KRW","value":15000},"method":"가상계좌","depositAccount":{"bankCode":"88","bankName":{"ko":"신한은행","en":"Shinhan Bank"},"accountNumber":"X6505636518308","dueDate":"2026-03-09T23:59:59+09:00"},"canOpenAgain":false,"testMode":true}
        """);

    [Fact]
    public Task Unknown_outcome_is_answered_with_the_address_and_time_of_the_next_request() => ExpectAsync(new ConfirmOutcome.Checking(Orders.Checking), """
        202
        Cache-Control: no-store
        Content-Type: application/json; charset=utf-8
        Location: /payments/orders/order-1001
        Retry-After: 2
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"orderId":"order-1001","purchaseId":"purchase-7","status":"checking","orderName":"머그컵 외 1건","amount":{"currency":"KRW","value":15000},"canOpenAgain":false,"testMode":true}
        """);

    [Fact]
    public Task Refused_card_is_answered_with_a_text_for_the_buyer_and_the_next_step() => ExpectAsync(
        new ConfirmOutcome.Declined(Orders.Declined, PaymentErrorCode.From("REJECT_CARD_PAYMENT"), Refusal), """
        402
        Cache-Control: no-store
        Content-Type: application/problem+json
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:payment-declined","title":"The payment was declined.","status":402,"detail":"카드사에서 거절했습니다.","code":"REJECT_CARD_PAYMENT","orderId":"order-1001","buyerText":{"ko":"카드사에서 거절했습니다.","en":"Your card was refused."},"next":"open-again"}
        """);

    [Fact]
    public Task Payment_that_surely_was_not_charged_is_answered_503_without_its_reason() => ExpectAsync(
        new ConfirmOutcome.NotCharged(Orders.Id, "401 INVALID_API_KEY"), """
        503
        Cache-Control: no-store
        Content-Type: application/problem+json
        Retry-After: 5
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:payment-unavailable","title":"Payment is not available right now.","status":503,"detail":"This payment was not charged. Try again in a moment."}
        """);

    [Fact]
    public Task Order_that_the_ledger_cannot_read_is_answered_503_and_never_as_not_charged() => ExpectAsync(
        new ConfirmOutcome.Unavailable(Orders.Id, "disk full at /var/lib/shop"), OrderUnavailable);

    [Fact]
    public Task Tampered_amount_is_answered_409_without_the_right_amount() => ExpectAsync(new ConfirmOutcome.AmountMismatch(Orders.Open), """
        409
        Cache-Control: no-store
        Content-Type: application/problem+json
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:amount-mismatch","title":"The amount is not the amount of this order.","status":409,"detail":"Nothing was charged. Open the payment window with the amount that the shop\u0027s server gave for the order.","orderId":"order-1001"}
        """);

    [Fact]
    public Task Second_payment_of_a_purchase_is_answered_409_with_the_live_status() => ExpectAsync(new ConfirmOutcome.NotOpen(Orders.Paid), """
        409
        Cache-Control: no-store
        Content-Type: application/problem+json
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:order-not-open","title":"This order takes no payment now.","status":409,"detail":"Another payment of the purchase is live, or the order is closed. orderId and orderStatus name that order and its status.","orderId":"order-1001","orderStatus":"paid"}
        """);

    [Fact]
    public Task Unknown_order_is_answered_404() => ExpectAsync(new ConfirmOutcome.NotFound(Orders.Id), """
        404
        Cache-Control: no-store
        Content-Type: application/problem+json
        Vary: Origin
        X-Content-Type-Options: nosniff

        {"type":"urn:paymentsdk:problem:order-not-found","title":"There is no such order.","status":404,"detail":"Open the purchase on the shop\u0027s server first, and use the order id that it gave."}
        """);

    [Theory]
    [InlineData("en-US,en;q=0.9", "Your card was refused.")]
    [InlineData("ja,en;q=0.5", "Your card was refused.")]
    [InlineData("en;q=0.4,ko;q=0.8", "카드사에서 거절했습니다.")]
    [InlineData("ko-KR,ko;q=0.9,en;q=0.8", "카드사에서 거절했습니다.")]
    [InlineData("en;q=0", "카드사에서 거절했습니다.")]
    [InlineData("fr", "카드사에서 거절했습니다.")]
    [InlineData("engage", "카드사에서 거절했습니다.")]
    [InlineData(";;;q=nonsense", "카드사에서 거절했습니다.")]
    public async Task Refusal_is_shown_in_the_language_of_the_browser(string acceptLanguage, string detail)
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Declined(Orders.Declined, PaymentErrorCode.From("REJECT_CARD_PAYMENT"), Refusal));
        host.Page.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", acceptLanguage);

        var problem = await Answer.JsonAsync(await ConfirmAsync(host));

        Assert.Equal(detail, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Ledger_that_cannot_be_read_is_answered_503_without_its_reason()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new LedgerException("disk full at /var/lib/shop"));

        Assert.Equal(OrderUnavailable, await Answer.ReadAsync(await ConfirmAsync(host)));
        Assert.Contains(host.Log.Messages, message => message.EventId == 1103);
    }

    [Fact]
    public async Task Reason_why_the_ledger_cannot_be_read_is_in_the_log()
    {
        await using var host = await HostAnsweringAsync(new ConfirmOutcome.Unavailable(Orders.Id, "disk full at /var/lib/shop"));

        await ConfirmAsync(host);

        Assert.Contains(host.Log.Messages, message => message.EventId == 1107 && message.Text.Contains("order-1001", StringComparison.Ordinal) && message.Text.Contains("disk full", StringComparison.Ordinal));
    }

    private static async Task ExpectAsync(ConfirmOutcome outcome, string expected)
    {
        await using var host = await HostAnsweringAsync(outcome);

        Assert.Equal(expected, await Answer.ReadAsync(await ConfirmAsync(host)));
    }

    private static async Task<PaymentHost> HostAnsweringAsync(ConfirmOutcome outcome)
    {
        var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.ConfirmAsync(It.IsAny<PaymentConfirmation>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
        return host;
    }

    private static Task<HttpResponseMessage> ConfirmAsync(PaymentHost host) =>
        host.Page.PostAsJsonAsync("/payments/confirm", new { paymentKey = "tgen_fake", orderId = "order-1001", amount = 15000 }, TestContext.Current.CancellationToken);
}
