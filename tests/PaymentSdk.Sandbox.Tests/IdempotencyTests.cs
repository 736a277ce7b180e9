namespace PaymentSdk.Sandbox.Tests;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Repeated_key_gets_the_first_answer_byte_for_byte_whatever_the_new_body_is()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        var first = await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""", "key-1");
        var second = await shop.CancelAsync(paymentKey, """{"cancelReason":"y","cancelAmount":2000}""", "key-1");

        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal("key-1", second.Headers["idempotency-key"]);
        Assert.EndsWith($",{first.Headers["x-tosspayments-trace-id"]}", second.Headers["x-tosspayments-trace-id"]);
        Assert.Equal(14_000m, shop.Payment(paymentKey).BalanceAmount);
    }

    [Fact]
    public async Task Refusal_is_replayed_even_after_the_request_was_corrected()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var refused = await shop.ConfirmAsync(paymentKey, amount: "1", key: "key-1");
        var corrected = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal(403, refused.Status);
        Assert.Equal((refused.Status, refused.Text), (corrected.Status, corrected.Text));
        Assert.Equal("IN_PROGRESS", shop.Payment(paymentKey).Status);
    }

    [Fact]
    public async Task Key_is_forgotten_after_15_days()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        var body = """{"cancelReason":"x","cancelAmount":1000}""";
        await shop.CancelAsync(paymentKey, body, "key-1");

        shop.Gateway.AdvanceClock(TimeSpan.FromDays(15) - TimeSpan.FromMinutes(1));
        await shop.CancelAsync(paymentKey, body, "key-1");
        Assert.Equal(14_000m, shop.Payment(paymentKey).BalanceAmount);

        shop.Gateway.AdvanceClock(TimeSpan.FromMinutes(1));
        await shop.CancelAsync(paymentKey, body, "key-1");
        Assert.Equal(13_000m, shop.Payment(paymentKey).BalanceAmount);
    }

    [Fact]
    public async Task Same_key_on_another_address_or_of_another_shop_is_another_request()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        await shop.CancelAsync(paymentKey, """{"cancelReason":"x","cancelAmount":1000}""", "key-1");

        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.CancelAsync("tgen_none", """{"cancelReason":"x"}""", "key-1")).Error);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/payments/{paymentKey}/cancel")
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", "key-1" }, { "Authorization", $"Basic {TestGateway.Basic("test_sk_fake_shop:")}" } },
        };
        Assert.Equal((400, "INVALID_REQUEST"), (await shop.SendAsync(request)).Error);
    }

    [Fact]
    public async Task Key_on_a_GET_is_ignored()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();
        Assert.Equal("IN_PROGRESS", (await GetWithKeyAsync())["status"]);

        await shop.ConfirmAsync(paymentKey);

        Assert.Equal("DONE", (await GetWithKeyAsync())["status"]);

        Task<Answer> GetWithKeyAsync() =>
            shop.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/payments/{paymentKey}") { Headers = { { "Idempotency-Key", "key-1" } } });
    }

    [Theory]
    [InlineData(300, 200)]
    [InlineData(301, 400)]
    public async Task Key_has_at_most_300_characters(int length, int status)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.ConfirmAsync(shop.Authenticate(), key: new string('k', length));

        Assert.Equal(status, answer.Status);
        if (status == 400)
            Assert.Equal("INVALID_IDEMPOTENCY_KEY", answer["code"]);
    }

    [Fact]
    public async Task Key_whose_request_is_under_way_is_answered_409()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.DelayBeforeWork) { Delay = TimeSpan.FromSeconds(5) });

        var answers = await Task.WhenAll(shop.ConfirmAsync(paymentKey, key: "key-1"), shop.ConfirmAsync(paymentKey, key: "key-1"));

        var approved = Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal((409, "IDEMPOTENT_REQUEST_PROCESSING"), Assert.Single(answers, answer => answer.Status != 200).Error);
        Assert.Equal(approved.Text, (await shop.ConfirmAsync(paymentKey, key: "key-1")).Text);
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Fifty_confirms_with_one_key_move_the_money_once()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = shop.Authenticate();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.ConfirmAsync(paymentKey, key: "key-1")));

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 409, answer.Text));
        Assert.Single(answers.Where(answer => answer.Status == 200).Select(answer => answer.Text).Distinct());
        Assert.Equal(["approve"], shop.Operations(paymentKey));
        Assert.Equal(50, shop.Gateway.ReadRequests().Count);
    }
}
