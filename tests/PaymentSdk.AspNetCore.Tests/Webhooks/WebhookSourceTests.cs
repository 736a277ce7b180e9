using System.Net;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>The allowed sources of webhooks, for shops that restrict them.</summary>
public sealed class WebhookSourceTests
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Forbidden)]
    [InlineData("2001:db8::/32", HttpStatusCode.Forbidden)]
    public async Task Only_webhooks_of_the_listed_sources_are_accepted(string source, HttpStatusCode answered)
    {
        await using var shop = await WebhookShop.StartAsync(subscribed: false, options: options => options.Webhooks.AllowedSources.Add(source));
        var (orderId, paymentKey) = await shop.AwaitingDepositAsync();

        using var answer = await shop.SendAsync(WebhookShop.StatusChanged(orderId, paymentKey, "DONE"));

        Assert.Equal(answered, answer.StatusCode);
    }

    [Fact]
    public async Task A_source_that_is_not_an_address_stops_the_host_and_is_named()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => WebhookShop.StartAsync(options: options => options.Webhooks.AllowedSources.Add("tosspayments")));

        Assert.Contains("Webhooks:AllowedSources holds 'tosspayments'", fault.ToString(), StringComparison.Ordinal);
    }
}
