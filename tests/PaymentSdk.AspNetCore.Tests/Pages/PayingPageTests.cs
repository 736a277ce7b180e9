using Microsoft.Playwright;
using PaymentSdk.Sandbox;
using PaymentSdk.Sandbox.Tests.Window;
using PaymentSdk.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>A buyer on the checkout page that consists of the twelve lines of docs/page.md.</summary>
public sealed class PayingPageTests(Chromium chromium)
{
    private const string Promise = "form: 'promise',";

    private static readonly BrowserNewContextOptions Phone = new()
    {
        Locale = "ko-KR",
        ViewportSize = new() { Width = 390, Height = 844 },
        IsMobile = true,
        HasTouch = true,
        UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    };

    [Theory]
    [InlineData("", true)]
    [InlineData(Promise, true)]
    [InlineData("", false)]
    [InlineData(Promise, false)]
    public async Task Buyer_pays_and_sees_the_result(string options, bool widget)
    {
        await using var shop = await PageShop.StartAsync(chromium, widget);
        await shop.VisitAsync(options);

        await shop.PayAsync();
        await shop.ArriveAsync("paid");

        await Expect(shop.Result.Locator("[role=status]")).ToHaveTextAsync("Payment complete.");
        await Expect(shop.Result).ToContainTextAsync("Two mugs");
        await Expect(shop.Result).ToContainTextAsync("15,000");
        Assert.Equal(1, shop.Approvals);
        Assert.DoesNotContain(shop.Console, line => line.StartsWith("uncaught", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    public async Task Buyer_on_a_phone_pays_in_a_window_that_takes_over_the_tab(string options)
    {
        await using var shop = await PageShop.StartAsync(chromium, browser: Phone);
        await shop.VisitAsync(options);
        await shop.ReadyAsync();

        await shop.Button.TapAsync();
        await new WindowPage(shop.Page).ApproveAsync();

        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Buyer_who_is_given_an_account_reads_the_name_of_its_bank()
    {
        await using var shop = await PageShop.StartAsync(chromium, widget: false);
        await shop.VisitAsync();
        await shop.ReadyAsync();

        await shop.Page.Locator("#methods input[value=VIRTUAL_ACCOUNT]").CheckAsync();
        await shop.PayAsync();
        await shop.ArriveAsync("awaitingDeposit");

        var account = Assert.Single(shop.Gateway.ReadPayments());
        await Expect(shop.Result).ToContainTextAsync("KB Kookmin Bank X");
        await Expect(shop.Result.Locator("[role=status]")).ToHaveTextAsync("Please transfer the amount to this account.");
        Assert.Equal("WAITING_FOR_DEPOSIT", account.Status);
    }

    [Fact]
    public async Task Server_that_gives_the_order_id_alone_is_enough()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync("order: () => fetch('/api/short-orders?purchase=short', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),");

        await shop.PayAsync();

        await shop.ArriveAsync("paid");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    public async Task Button_pressed_three_times_pays_once(string options)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(options);
        await shop.ReadyAsync();

        await shop.Button.EvaluateAsync("button => { button.click(); button.click(); button.dispatchEvent(new MouseEvent('click')); payment.pay(); }");
        await shop.Window["approve"].WaitForAsync();
        Assert.Equal(["opening", "ready", "paying"], await shop.Page.EvaluateAsync<string[]>("() => states"));
        await shop.Window.ApproveAsync();

        await shop.ArriveAsync("paid");
        Assert.Single(shop.Gateway.ReadPayments());
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Buyer_who_closes_the_window_sees_a_message_and_pays_by_the_same_button()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise);

        await shop.PayAsync(window => window.CancelAsync());

        await Expect(shop.Status).ToHaveTextAsync("You canceled the payment. You were not charged.");
        await Expect(shop.Status).ToHaveAttributeAsync("role", "status");
        await Expect(shop.Button).ToBeFocusedAsync();
        await shop.PayAsync();
        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Buyer_who_closes_the_window_of_a_redirect_continues_from_the_result_page()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync();
        await shop.PayAsync(window => window.CancelAsync());
        var orderId = await shop.ArriveAsync("canceledByBuyer");

        await shop.Result.GetByRole(AriaRole.Button).ClickAsync();
        await shop.PayAsync();

        Assert.Equal(orderId, await shop.ArriveAsync("paid"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    public async Task Declined_payment_is_paid_at_the_second_try_under_a_new_order_id(string options)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(options);
        await shop.PayAsync(async window =>
        {
            await window.ChooseOutcomeAsync("decline", "REJECT_CARD_PAYMENT");
            await window.ApproveAsync();
        });

        const string reason = "The card has reached its limit or its balance is too low. Please use another card or payment method.";
        if (options == Promise)
        {
            await Expect(shop.Status).ToHaveTextAsync(reason);
            Assert.Equal("payment-declined 402 REJECT_CARD_PAYMENT open-again", await shop.Page.EvaluateAsync<string>(
                "() => payment.error instanceof PaymentError && [payment.error.slug, payment.error.status, payment.error.code, payment.error.next].join(' ')"));
        }
        else
        {
            await shop.ArriveAsync("declined");
            await Expect(shop.Result.Locator("[role=status]")).ToHaveTextAsync(reason);
            await shop.Result.GetByRole(AriaRole.Button).ClickAsync();
        }

        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");
        Assert.Equal(2, shop.Gateway.ReadPayments().Select(payment => payment.OrderId).Distinct().Count());
        Assert.Equal(paid, shop.Gateway.ReadPayments().Single(payment => payment.Executions.Count > 0).OrderId);
    }

    [Fact]
    public async Task Missing_agreement_to_terms_is_requested()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync();
        await shop.ReadyAsync();
        await shop.Page.FrameLocator("#terms iframe").GetByRole(AriaRole.Checkbox).First.UncheckAsync();

        await shop.Button.ClickAsync();

        await Expect(shop.Status).ToHaveTextAsync("Please agree to the required terms.");
        await Expect(shop.Page.Locator("#terms iframe")).ToBeFocusedAsync();
        await shop.ReadyAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    public async Task Payment_whose_outcome_is_not_known_is_shown_until_it_ends(string options)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.UnknownCodeAfterWork) { Count = 1 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 4 });
        await shop.VisitAsync(options);

        await shop.PayAsync();

        await shop.ArriveAsync("checking");
        await Expect(shop.Result.Locator("[role=status]")).ToContainTextAsync("do not pay again");
        Assert.Equal(0, await shop.Result.GetByRole(AriaRole.Button).CountAsync());
        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Shop_that_stays_on_its_page_is_notified_when_the_outcome_is_known()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.UnknownCodeAfterWork) { Count = 1 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 4 });
        await shop.VisitAsync(Promise + " done: order => { document.title = order.status + ' ' + order.amount.value },");

        await shop.PayAsync();

        await Expect(shop.Page).ToHaveTitleAsync("paid 15000");
        Assert.Contains("checking", await shop.Page.EvaluateAsync<string[]>("() => states"));
    }

    [Fact]
    public async Task Second_tab_of_the_same_purchase_leads_to_the_payment_of_the_first()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise);
        await shop.ReadyAsync();
        var second = await shop.Browser.NewPageAsync();
        await second.GotoAsync(shop.Page.Url);
        await Expect(second.Locator("#pay")).ToBeEnabledAsync();

        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");
        await second.Locator("#pay").ClickAsync();
        await new WindowPage(second.FrameLocator("[role=dialog] iframe")).ApproveAsync();

        await Expect(second.Locator("#order")).ToHaveAttributeAsync("data-status", "paid");
        Assert.EndsWith(paid, new Uri(second.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Tab_that_becomes_visible_after_another_one_paid_leads_to_the_result()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync(Promise);
        await shop.ReadyAsync();
        var second = await shop.Browser.NewPageAsync();
        await second.GotoAsync(shop.Page.Url);
        await Expect(second.Locator("#pay")).ToBeEnabledAsync();
        await shop.PayAsync();
        await shop.ArriveAsync("paid");

        await second.EvaluateAsync("() => { document.dispatchEvent(new Event('visibilitychange')) }");

        await Expect(second.Locator("#order")).ToHaveAttributeAsync("data-status", "paid");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Promise)]
    public async Task Buyer_who_goes_back_after_paying_cannot_pay_again(string options)
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Page.GotoAsync($"{shop.Address}/orders/none");
        await shop.VisitAsync(options);
        await shop.PayAsync();
        var paid = await shop.ArriveAsync("paid");

        await shop.Page.GoBackAsync();

        // With the promise form, Back leads to the page before the checkout; with redirect, to the checkout, which forwards to the result again.
        await Until.TrueAsync(
            async () => shop.Page.Url.EndsWith(options.Length > 0 ? "/orders/none" : $"/orders/{paid}", StringComparison.Ordinal) && await shop.Result.CountAsync() == 1,
            () => shop.Page.Url);
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Page_from_the_back_forward_cache_begins_anew()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync();
        await shop.ReadyAsync();
        await shop.Button.ClickAsync();
        await shop.Window["approve"].WaitForAsync();

        // These are the events of a page that returns from the back-forward cache. Its window no longer exists.
        await shop.Page.EvaluateAsync("() => { dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })) }");

        await shop.ReadyAsync();
        Assert.Equal(["opening", "ready", "paying", "opening", "ready"], await shop.Page.EvaluateAsync<string[]>("() => states"));
        await shop.PayAsync();
        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
    }

    [Fact]
    public async Task Payment_that_was_sent_when_the_page_was_left_is_confirmed()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.DelayAfterWork) { Count = 1, Delay = TimeSpan.FromSeconds(1) });
        await shop.VisitAsync(Promise);
        var sent = shop.Page.WaitForRequestAsync("**/payments/confirm");

        await shop.PayAsync();
        await sent;
        await shop.Page.GotoAsync("about:blank");

        await Until.TrueAsync(() => Task.FromResult(shop.Approvals == 1), () => "the payment was not confirmed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_of_another_origin_pays_if_it_is_registered(bool registered)
    {
        await using var shop = await PageShop.StartAsync(chromium, registered: registered);

        await shop.Page.GotoAsync($"{shop.Elsewhere}/?server={Uri.EscapeDataString(shop.Address)}&purchase=one");

        if (registered)
        {
            await shop.PayAsync();
            await shop.ArriveAsync("paid");
            Assert.StartsWith(shop.Address, shop.Page.Url, StringComparison.Ordinal);
        }
        else
        {
            await Until.TrueAsync(() => Task.FromResult(shop.Console.Any(line => line.Contains("CORS", StringComparison.Ordinal))), () => string.Join('\n', shop.Console));
            await Expect(shop.Button).ToBeDisabledAsync();
            Assert.Empty(shop.Gateway.ReadRequests());
        }
    }

    [Fact]
    public async Task Page_with_a_strict_policy_pays_without_a_violation()
    {
        await using var shop = await PageShop.StartAsync(
            chromium, policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'");
        await shop.VisitAsync(path: "/strict");

        await shop.PayAsync();
        await shop.Page.WaitForURLAsync("**/orders/*");

        Assert.Equal(1, shop.Approvals);
        Assert.DoesNotContain(shop.Console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
