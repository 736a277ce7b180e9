using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api;
using PaymentSdk.Api.Payments;
using PaymentSdk.Configuration;

namespace PaymentSdk.Tests.Client;

public sealed class ConfirmTests
{
    [Fact]
    public async Task A_confirm_sends_key_order_and_amount_under_basic_authentication()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address);

        var payment = await shop.ConfirmAsync();

        Assert.Equal(PaymentStatus.Done, payment.Status);
        Assert.Equal(PaymentMethod.Card, payment.Method);
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /v1/payments/confirm HTTP/1.1", request.Line);
        Assert.Equal("""{"paymentKey":"tviva_fake_payment","orderId":"order-0001","amount":15000}""", request.Body);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("test_gsk_fake_shop:")), request.Headers["Authorization"]);
        Assert.NotNull(request.Key);
    }

    [Fact]
    public async Task The_wire_form_of_a_confirm_is_known_before_it_is_sent()
    {
        await using var server = RawServer.Always(200, Answers.Paid.Replace("15000", "15000.5", StringComparison.Ordinal));
        await using var shop = new Shop(server.Address);
        var request = new ConfirmRequest { PaymentKey = Shop.Key, OrderId = Shop.Order, Amount = 15000.50m };

        var wire = ConfirmWire.Build(request);
        var url = wire.UrlAt(shop.Services.GetRequiredService<IPaymentSettingsSource>().Current.ApiBaseAddress);
        var hash = Convert.ToHexStringLower(SHA256.HashData(wire.Body!));
        await shop.Payments.ConfirmAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        var sent = Assert.Single(server.Requests);
        Assert.Equal($"{server.Address}/v1/payments/confirm", url);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent.Body))), hash);
    }

    [Fact]
    public async Task An_answer_that_begins_with_a_byte_order_mark_is_read()
    {
        await using var server = RawServer.Always(200, "\uFEFF" + Answers.Paid);
        await using var shop = new Shop(server.Address);

        Assert.Equal(PaymentStatus.Done, (await shop.ConfirmAsync()).Status);
    }

    [Fact]
    public async Task A_payment_key_with_special_characters_remains_one_segment_of_the_address()
    {
        await using var server = RawServer.Always(200, Answers.Paid);
        await using var shop = new Shop(server.Address);

        foreach (var key in new[] { "a/../b?c#d", "..", "100%25=" })
            await shop.Payments.GetAsync(PaymentKey.Parse(key), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            ["GET /v1/payments/a%2F..%2Fb%3Fc%23d HTTP/1.1", "GET /v1/payments/%2E%2E HTTP/1.1", "GET /v1/payments/100%2525%3D HTTP/1.1"],
            server.Requests.Select(request => request.Line));
    }
}
