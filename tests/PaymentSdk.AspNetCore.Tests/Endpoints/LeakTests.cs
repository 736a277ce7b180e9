using System.Text;
using PaymentSdk.Sandbox;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>A complete shop in use, with everything logged at trace level and every answer stored.</summary>
public sealed class LeakTests
{
    private const string Secret = "test_gsk_fake_shop";

    [Fact]
    public async Task The_secret_key_is_in_no_answer_and_in_no_log_line_of_a_shop_at_work()
    {
        using var log = new CapturedLog();
        await using var shop = await PayingShop.StartAsync(options => options.SecretKey = Secret, log: log);
        var seen = new List<string>();

        foreach (var fault in (SandboxFaultKind?[])[null, SandboxFaultKind.Status500, SandboxFaultKind.CloseAfterWork, SandboxFaultKind.UnknownCode, SandboxFaultKind.HalfBody, SandboxFaultKind.WrongAmount])
        {
            if (fault is { } kind)
                await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, kind) { Count = 1 });
            await PayAsync(shop, null, seen);
        }

        await PayAsync(shop, "REJECT_CARD_PAYMENT", seen);
        await PayAsync(shop, "UNAUTHORIZED_KEY", seen);

        var lines = log.Messages.Select(message => $"{message.Text} {string.Join(' ', message.Scopes)}").ToList();
        Assert.Contains(lines, line => line.Contains("Confirming -> Approved", StringComparison.Ordinal));
        Assert.Contains(seen, text => text.Contains("payment-declined", StringComparison.Ordinal));
        foreach (var secret in (string[])[Secret, Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret + ":"))])
        {
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    /// <summary>Pays one purchase through every endpoint that a page or the window calls.</summary>
    private static async Task PayAsync(PayingShop shop, string? confirmFailure, List<string> seen)
    {
        var orderId = await shop.OpenAsync();
        var paymentKey = shop.Authenticate(orderId, confirmFailure: confirmFailure);
        seen.Add(await ShowAsync(shop.Page.GetAsync("/payments/widget", TestContext.Current.CancellationToken)));
        seen.Add(await ShowAsync(shop.ConfirmAsync(orderId, paymentKey, amount: 1)));
        seen.Add(await ShowAsync(shop.ConfirmAsync(orderId, paymentKey)));
        seen.Add(await ShowAsync(shop.Page.GetAsync($"/payments/success?paymentKey={paymentKey}&orderId={orderId}&amount=15000", TestContext.Current.CancellationToken)));
        seen.Add(await ShowAsync(shop.Page.GetAsync($"/payments/fail/{orderId}?code=PAY_PROCESS_CANCELED&message=x", TestContext.Current.CancellationToken)));
        seen.Add(await ShowAsync(shop.Page.GetAsync($"/payments/orders/{orderId}", TestContext.Current.CancellationToken)));
        seen.Add(await ShowAsync(shop.Page.PostAsync($"/payments/orders/{orderId}/attempts", new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken)));
    }

    private static async Task<string> ShowAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        return $"{response} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }
}
