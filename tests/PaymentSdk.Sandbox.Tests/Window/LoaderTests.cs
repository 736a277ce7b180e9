namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>Shops that bundle the official loader set its <c>src</c> option to the sandbox and change nothing else.</summary>
public sealed class LoaderTests(Chromium chromium, NpmLoader npm) : IClassFixture<NpmLoader>
{
    [Fact]
    public async Task The_official_npm_loader_pointed_at_the_sandbox_takes_a_payment()
    {
        Assert.True(npm.Module is not null, "npm is not installed; test.sh installs it.");
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        checkout.Shop.LoaderModule = npm.Module!;
        await checkout.Page.GotoAsync(checkout.Shop.BarePage);

        await checkout.Page.EvaluateAsync(
            """
            async src => {
              const { loadTossPayments, ANONYMOUS } = await import('/loader.js');
              const [toss, again] = await Promise.all([loadTossPayments('test_gck_fake_shop', { src }), loadTossPayments('test_gck_fake_shop', { src })]);
              window.widgets = again.widgets({ customerKey: ANONYMOUS });
              window.same = ANONYMOUS === TossPayments.ANONYMOUS && typeof toss.payment === 'function';
              document.body.innerHTML += '<div id="methods"></div>';
              await widgets.setAmount({ currency: 'KRW', value: 15000 });
              await widgets.renderPaymentMethods({ selector: '#methods' });
            }
            """,
            $"{checkout.Gateway.Address}v2/standard");
        await checkout.PayAsync();
        await checkout.Overlay.ApproveAsync();

        await checkout.ArriveAsync("Success");
        Assert.Equal("IN_PROGRESS", Assert.Single(checkout.Gateway.ReadPayments()).Status);
    }

    [Fact]
    public async Task A_script_that_cannot_be_loaded_rejects_and_can_be_tried_again()
    {
        Assert.True(npm.Module is not null, "npm is not installed; test.sh installs it.");
        await using var checkout = await CheckoutPage.OpenAsync(chromium);
        checkout.Shop.LoaderModule = npm.Module!;
        await checkout.Page.GotoAsync(checkout.Shop.BarePage);

        var reported = await checkout.Page.EvaluateAsync<string>(
            """
            async gateway => {
              const { loadTossPayments } = await import('/loader.js');
              const first = await loadTossPayments('test_gck_fake_shop', { src: gateway + 'v2/nothing' }).catch(error => error.name);
              const second = await loadTossPayments('test_gck_fake_shop', { src: gateway + 'v2/standard' });
              return first + ', then ' + typeof second.widgets;
            }
            """,
            checkout.Gateway.Address.ToString());

        Assert.Equal("ScriptLoadFailedError, then function", reported);
    }
}
