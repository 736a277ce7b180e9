namespace PaymentSdk.Sandbox.Tests;

/// <summary>The effect of each fault on the caller and on the sandbox's payments; see <see cref="WireFaultTests"/> for faults of the wire.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(SandboxFaultKind.Status500, 500, "FAILED_INTERNAL_SYSTEM_PROCESSING")]
    [InlineData(SandboxFaultKind.Status429, 429, "TOO_MANY_REQUESTS")]
    [InlineData(SandboxFaultKind.Replay5xx, 500, "FAILED_INTERNAL_SYSTEM_PROCESSING")]
    [InlineData(SandboxFaultKind.UnknownCode, 400, "SANDBOX_UNDOCUMENTED_CODE")]
    [InlineData(SandboxFaultKind.DuplicateOrderId, 400, "DUPLICATED_ORDER_ID")]
    [InlineData(SandboxFaultKind.ReplayTemporary4xx, 400, "PROVIDER_ERROR")]
    public async Task Error_in_place_of_the_work_leaves_the_payment_alone(SandboxFaultKind kind, int status, string code)
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, kind);
        var paymentKey = shop.Authenticate();

        Assert.Equal((status, code), (await shop.ConfirmAsync(paymentKey)).Error);
        Assert.Equal("IN_PROGRESS", shop.Payment(paymentKey).Status);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Status500, false)]
    [InlineData(SandboxFaultKind.Status429, false)]
    [InlineData(SandboxFaultKind.Replay5xx, true)]
    [InlineData(SandboxFaultKind.UnknownCode, true)]
    [InlineData(SandboxFaultKind.ReplayTemporary4xx, true)]
    public async Task Same_key_after_an_error_meets_it_again_only_where_the_gateway_remembers_it(SandboxFaultKind kind, bool remembered)
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, kind);
        var paymentKey = shop.Authenticate();

        var first = await shop.ConfirmAsync(paymentKey, key: "key-1");
        var second = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal(remembered ? first.Status : 200, second.Status);
        Assert.Equal(remembered ? [] : ["approve"], shop.Operations(paymentKey));
    }

    [Theory]
    [InlineData(SandboxFaultKind.Html502, "IN_PROGRESS")]
    [InlineData(SandboxFaultKind.Html502AfterWork, "DONE")]
    public async Task Proxy_in_front_answers_with_a_page(SandboxFaultKind kind, string status)
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, kind);
        var paymentKey = shop.Authenticate();

        var answer = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal((502, "text/html"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.StartsWith("<html>", answer.Text);
        Assert.Equal(status, shop.Payment(paymentKey).Status);
        Assert.Equal((200, "DONE"), await StatusesAsync(shop.ConfirmAsync(paymentKey, key: "key-1")));
    }

    [Theory]
    [InlineData(SandboxFaultKind.Status500AfterWork, 500, 400)]
    [InlineData(SandboxFaultKind.UnknownCodeAfterWork, 400, 400)]
    public async Task Error_after_the_work_hides_that_the_money_moved(SandboxFaultKind kind, int status, int again)
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, kind);
        var paymentKey = shop.Authenticate();

        var first = await shop.ConfirmAsync(paymentKey, key: "key-1");
        var second = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal((status, again), (first.Status, second.Status));
        Assert.Equal(kind == SandboxFaultKind.Status500AfterWork ? "ALREADY_PROCESSED_PAYMENT" : "SANDBOX_UNDOCUMENTED_CODE", second["code"]);
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Answer_about_another_payment_names_neither_key_nor_order()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, SandboxFaultKind.WrongPayment);
        var paymentKey = shop.Authenticate();

        var wrong = await shop.ConfirmAsync(paymentKey, key: "key-1");

        Assert.Equal(200, wrong.Status);
        Assert.NotEqual((paymentKey, TestGateway.OrderId), (wrong["paymentKey"], wrong["orderId"]));
        Assert.Equal(paymentKey, (await shop.ConfirmAsync(paymentKey, key: "key-1"))["paymentKey"]);
    }

    [Fact]
    public async Task Answer_with_another_amount_is_wrong_only_on_the_way()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Get, SandboxFaultKind.WrongAmount);
        var paymentKey = await shop.PayAsync();

        Assert.Equal("15100", (await shop.GetPaymentAsync(paymentKey))["totalAmount"]);
        Assert.Equal("15000", (await shop.GetPaymentAsync(paymentKey))["totalAmount"]);
    }

    [Fact]
    public async Task Stale_read_shows_the_payment_before_its_last_move()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Get, SandboxFaultKind.StaleRead, count: 2);
        var paymentKey = await shop.PayAsync();

        Assert.Equal("IN_PROGRESS", (await shop.GetPaymentAsync(paymentKey))["status"]);
        Assert.Equal("IN_PROGRESS", (await shop.GetAsync($"/v1/payments/orders/{TestGateway.OrderId}"))["status"]);
        Assert.Equal("DONE", (await shop.GetPaymentAsync(paymentKey))["status"]);
    }

    [Fact]
    public async Task Unconfirmed_payment_is_not_found_and_a_confirmed_one_is()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Get, SandboxFaultKind.NotFoundUnconfirmed, count: null);
        var paymentKey = shop.Authenticate();

        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.GetPaymentAsync(paymentKey)).Error);
        await shop.ConfirmAsync(paymentKey);
        Assert.Equal(200, (await shop.GetPaymentAsync(paymentKey)).Status);
    }

    [Theory]
    [InlineData(SandboxFaultKind.DelayBeforeWork)]
    [InlineData(SandboxFaultKind.DelayAfterWork)]
    public async Task Delayed_answer_comes_after_its_delay(SandboxFaultKind kind)
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, kind, delay: TimeSpan.FromSeconds(1));
        var paymentKey = shop.Authenticate();
        var began = System.Diagnostics.Stopwatch.StartNew();

        var answer = await shop.ConfirmAsync(paymentKey);

        Assert.Equal(200, answer.Status);
        Assert.True(began.Elapsed > TimeSpan.FromMilliseconds(900), $"{began.Elapsed}");
    }

    [Fact]
    public async Task Client_that_leaves_during_the_delay_does_not_stop_the_work()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Confirm, SandboxFaultKind.DelayBeforeWork, delay: TimeSpan.FromSeconds(5));
        var paymentKey = shop.Authenticate();

        var impatient = shop.ConfirmAsync(paymentKey);
        await UntilAsync(() => shop.Gateway.ReadRequests().Count == 1);
        shop.Http.CancelPendingRequests();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await UntilAsync(() => shop.Payment(paymentKey).Status == "DONE");
    }

    [Fact]
    public async Task Work_after_the_answer_is_done_once_and_remembered_under_its_key()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Cancel, SandboxFaultKind.WorkAfterAnswer, delay: TimeSpan.FromSeconds(6));
        var paymentKey = await shop.PayAsync();
        const string body = """{"cancelReason":"x","cancelAmount":1000}""";

        var answer = await shop.CancelAsync(paymentKey, body, "key-1");
        var tooEarly = await shop.CancelAsync(paymentKey, body, "key-1");
        await UntilAsync(() => shop.Operations(paymentKey).Length == 2);
        var replayed = await shop.CancelAsync(paymentKey, body, "key-1");

        Assert.Equal((500, 409, 200), (answer.Status, tooEarly.Status, replayed.Status));
        Assert.Equal(["approve", "cancel"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Faults_occur_as_often_as_configured_in_the_order_they_were_armed_until_they_are_cleared()
    {
        await using var shop = await ArmedAsync(SandboxOperation.Any, SandboxFaultKind.Status500, count: 2);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status429));
        var paymentKey = shop.Authenticate();

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await shop.GetPaymentAsync(paymentKey)).Status);
        shop.Gateway.ClearFaults();
        statuses.Add((await shop.GetPaymentAsync(paymentKey)).Status);

        Assert.Equal([500, 500, 429, 429, 200], statuses);
    }

    [Fact]
    public async Task Probability_decides_by_the_given_chance()
    {
        await using var shop = await TestGateway.StartAsync(options => options.Random = new Random(7));
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Probability = 0.5 });

        var failed = 0;
        for (var i = 0; i < 100; i++)
            failed += (await shop.GetPaymentAsync("tgen_none")).Status == 500 ? 1 : 0;

        Assert.InRange(failed, 30, 70);
    }

    private static async Task<TestGateway> ArmedAsync(
        SandboxOperation operation, SandboxFaultKind kind, int? count = 1, TimeSpan? delay = null)
    {
        var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(operation, kind) { Count = count, Delay = delay });
        return shop;
    }

    private static async Task<(int, string?)> StatusesAsync(Task<Answer> answer) => ((await answer).Status, (await answer)["status"]);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(20, TestGateway.Token);
    }
}
