using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>The answers to a buyer when commits and reads of the ledger fail, are late or return wrong results.</summary>
public sealed class LedgerFaultTests : IAsyncLifetime
{
    private static readonly LedgerException Unavailable = new("The database is unavailable.");

    private readonly TemporaryDatabase _database = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    private FaultyLedger Ledger => (FaultyLedger)_shop.Ledger;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _shop = await ShopHost.StartAsync(_gateway, _database, more: FaultyLedger.Wrap);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_commit_whose_acknowledgment_is_lost_still_ends_paid_once(int lost)
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        var commits = 0;
        Ledger.Commit = async real =>
        {
            var result = await real();
            return ++commits == lost ? throw Unavailable : result;
        };

        var outcome = await _shop.ConfirmAsync(orderId, paymentKey);

        Assert.IsType<ConfirmOutcome.Paid>(outcome);
        Assert.Equal(1, Approvals());
        Assert.Equal([OrderEventType.Paid], await EventsAsync(orderId));
    }

    [Fact]
    public async Task An_intent_that_was_never_written_is_written_again_before_anything_is_sent()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        var commits = 0;
        Ledger.Commit = real => ++commits == 1 ? throw Unavailable : real();

        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_ledger_that_accepts_no_commit_ends_the_confirm_with_nothing_sent()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        Ledger.Commit = _ => throw Unavailable;

        Assert.IsType<ConfirmOutcome.Unavailable>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.DoesNotContain(_gateway.ReadRequests(), request => request.Method == "POST");
    }

    [Fact]
    public async Task A_ledger_that_stays_stale_ends_every_call_and_charges_no_buyer()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        Ledger.Commit = _ => ValueTask.FromResult(LedgerCommitResult.Stale);

        Assert.IsType<ConfirmOutcome.NotCharged>(await _shop.ConfirmAsync(orderId, paymentKey));
        await Assert.ThrowsAsync<LedgerException>(() => _shop.Checkout.OpenAgainAsync(orderId));
        await Assert.ThrowsAsync<LedgerException>(() => _shop.OpenAsync());
        Assert.DoesNotContain(_gateway.ReadRequests(), request => request.Method == "POST");
    }

    [Fact]
    public async Task An_outcome_that_finds_the_ledger_stale_for_ever_is_still_being_checked()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        var commits = 0;
        Ledger.Commit = real => ++commits == 1 ? real() : ValueTask.FromResult(LedgerCommitResult.Stale);

        Assert.IsType<ConfirmOutcome.Checking>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_ledger_that_blocks_does_not_keep_the_buyer_longer_than_the_caller_waits()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        using var unlocked = new ManualResetEventSlim();
        Ledger.Commit = real =>
        {
            unlocked.Wait();
            return real();
        };
        var payment = new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse(paymentKey), Wait = TimeSpan.FromMilliseconds(200) };

        var confirm = Task.Run(() => _shop.Checkout.ConfirmAsync(payment));
        var first = await Task.WhenAny(confirm, Task.Delay(TimeSpan.FromSeconds(20)));
        unlocked.Set();

        Assert.Same(confirm, first);
        // The ledger contains nothing yet that could resolve the call. The caller repeats it with the same payment key and order id, because the
        // running call may still send.
        var unavailable = Assert.IsType<ConfirmOutcome.Unavailable>(await confirm);
        Assert.True(unavailable.IsRunning);
        Assert.DoesNotContain("nothing was sent", unavailable.Reason, StringComparison.OrdinalIgnoreCase);
        await _shop.UntilAsync(orderId, AttemptState.Approved);
    }

    [Fact]
    public async Task A_caller_that_joins_a_confirm_in_the_ledger_gets_checking()
    {
        var answers = new HeldConnection(HttpMethod.Post, holdsAnswers: true);
        using var database = new TemporaryDatabase();
        await using var shop = await ShopHost.StartAsync(_gateway, database, more: payments =>
        {
            FaultyLedger.Wrap(payments);
            payments.HttpClient.AddHttpMessageHandler(answers.Handler);
        });
        var orderId = await shop.OpenAsync();
        var payment = new PaymentConfirmation { OrderId = orderId, PaymentKey = PaymentKey.Parse(_gateway.AuthenticatePayment(orderId.Value, 15_000)), Wait = TimeSpan.FromMinutes(2) };
        Task<ConfirmOutcome>? first = null;
        answers.Hold();
        // The second click reads the order before the intent of the first one is written.
        ((FaultyLedger)shop.Ledger).AfterFind = async () =>
        {
            first = shop.Checkout.ConfirmAsync(payment);
            await answers.Held;
        };

        var second = await shop.Checkout.ConfirmAsync(payment with { Wait = TimeSpan.FromMilliseconds(100) });
        answers.Release();

        Assert.Equal(PaymentOrderStatus.Checking, Assert.IsType<ConfirmOutcome.Checking>(second).Order.Status);
        Assert.IsType<ConfirmOutcome.Paid>(await first!);
        Assert.Equal(1, Approvals());
    }

    [Fact]
    public async Task A_charge_that_still_runs_when_its_caller_stops_waiting_is_never_reported_as_not_sent()
    {
        using var unlocked = new ManualResetEventSlim();
        Ledger.Commit = real =>
        {
            unlocked.Wait();
            return real();
        };
        var charge = new BillingCharge
        {
            ChargeId = ChargeId.Parse("month-1"),
            Amount = Money.Krw(15_000),
            OrderName = "Coffee, monthly",
            BillingKey = BillingKey.Parse("billing_fake"),
            CustomerKey = CustomerKey.Parse("buyer-42"),
            Wait = TimeSpan.FromMilliseconds(200),
        };

        var unavailable = Assert.IsType<ConfirmOutcome.Unavailable>(await Task.Run(() => _shop.Charges.ChargeAsync(charge)));
        unlocked.Set();

        Assert.True(unavailable.IsRunning);
        Assert.DoesNotContain("nothing was sent", unavailable.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_has_sent_nothing_by_this_call()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        Ledger.Commit = _ => throw Unavailable;

        var unavailable = Assert.IsType<ConfirmOutcome.Unavailable>(await _shop.ConfirmAsync(orderId, paymentKey));

        Assert.False(unavailable.IsRunning);
        Assert.Contains("this call sent nothing", unavailable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_shown_although_it_could_not_be_made_due()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync(method: "VIRTUAL_ACCOUNT");
        await _shop.ConfirmAsync(orderId, paymentKey);
        Ledger.BeforeMakeDue = () => throw Unavailable;

        Assert.Equal(PaymentOrderStatus.AwaitingDeposit, (await _shop.Checkout.FindAsync(orderId))!.Status);
    }

    private async Task<(OrderId OrderId, string PaymentKey)> AuthenticatedAsync(string method = "CARD")
    {
        var orderId = await _shop.OpenAsync();
        return (orderId, _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = method }));
    }

    private int Approvals() => _gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    private async Task<IEnumerable<OrderEventType>> EventsAsync(OrderId orderId)
    {
        var entry = (await _shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        return (await _shop.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, CancellationToken.None)).Select(row => row.Type);
    }
}
