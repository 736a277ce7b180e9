using System.Net;
using Moq;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The answer to a buyer whom the window, or any link, leads to <c>fail</c>.</summary>
public sealed class FailEndpointTests
{
    [Theory]
    [InlineData("", "/orders/order-1001")]
    [InlineData("?code=REJECT_CARD_PAYMENT&message=%3Cscript%3E&orderId=order-1001", "/orders/order-1001?code=REJECT_CARD_PAYMENT")]
    [InlineData("?code=PAY_PROCESS_CANCELED&message=canceled", "/orders/order-1001?code=PAY_PROCESS_CANCELED")]
    [InlineData("?code=CALL_0100_NOW&message=pay%20here", "/orders/order-1001")]
    [InlineData("?code=reject_card_payment", "/orders/order-1001")]
    [InlineData("?code=REJECT_CARD_PAYMENT&code=PAY_PROCESS_CANCELED", "/orders/order-1001")]
    [InlineData("?orderId=order-2002", "/orders/order-1001")]
    public async Task Buyer_is_sent_to_the_result_page_with_a_known_code_at_most(string query, string location)
    {
        await using var host = await HostWithAsync(Orders.Open);

        Assert.Equal(
            $"""
            303
            Cache-Control: no-store
            Location: {location}
            Referrer-Policy: no-referrer
            Vary: Origin
            X-Content-Type-Options: nosniff
            """,
            await Answer.ReadAsync(await host.Browser.GetAsync($"/payments/fail/order-1001{query}", TestContext.Current.CancellationToken)));
        host.Checkout.Verify(checkout => checkout.FindAsync(Orders.Id, It.IsAny<CancellationToken>()), Times.Once);
        host.Checkout.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("/result?order={orderId}#top", "/result?order=order-1001&code=REJECT_CARD_PAYMENT#top")]
    [InlineData("/result#top?", "/result?code=REJECT_CARD_PAYMENT#top?")]
    public async Task Code_is_added_to_the_address_of_the_result_page(string template, string location)
    {
        await using var host = await HostWithAsync(Orders.Open with { ResultPage = template });

        var response = await host.Browser.GetAsync("/payments/fail/order-1001?code=REJECT_CARD_PAYMENT", TestContext.Current.CancellationToken);

        Assert.Equal(location, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/payments/fail/order-9999")]
    [InlineData("/payments/fail/a")]
    [InlineData("/payments/fail/%7BorderId%7D")]
    public async Task Unknown_order_is_404(string address)
    {
        await using var host = await HostWithAsync(Orders.Open);

        Assert.Equal("404 order-not-found", await Answer.ProblemAsync(await host.Browser.GetAsync(address, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Head_reads_nothing()
    {
        await using var host = await PaymentHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/payments/fail/order-1001");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<PaymentHost> HostWithAsync(PaymentOrder order)
    {
        var host = await PaymentHost.StartAsync();
        host.Checkout.Setup(checkout => checkout.FindAsync(It.IsAny<OrderId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((OrderId asked, CancellationToken _) => asked == order.OrderId ? order : null);
        return host;
    }
}
