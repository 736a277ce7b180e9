using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>
/// Two shop processes use one ledger. While one of them makes a call, the other one does not change the row (docs/spec/money.md §3, §6).
/// </summary>
public sealed class TwoShopsTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly HeldConnection _post = new(HttpMethod.Post, holdsAnswers: false);
    private SandboxGateway _gateway = null!;
    private ShopHost _holder = null!;
    private ShopHost _other = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _holder = await ShopHost.StartAsync(_gateway, _database, more: payments => payments.HttpClient.AddHttpMessageHandler(_post.Handler));
        _other = await ShopHost.StartAsync(_gateway, _database);
    }

    public async ValueTask DisposeAsync()
    {
        _post.Release();
        await _holder.DisposeAsync();
        await _other.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_second_reversal_waits_for_the_one_that_is_under_way_and_sends_nothing()
    {
        var orderId = await _holder.OpenAsync();
        Assert.IsType<ConfirmOutcome.Paid>(await _holder.ConfirmAsync(orderId, _gateway.AuthenticatePayment(orderId.Value, 15_000)));
        _post.Hold();
        var first = _holder.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Actor = "kim", Wait = TimeSpan.FromMinutes(2) });
        await _post.Held.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var second = await _other.Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Actor = "lee", Wait = TimeSpan.FromSeconds(2) });

        Assert.IsType<ReversalOutcome.Checking>(second);
        Assert.Equal(0, Cancels());
        _post.Release();
        Assert.IsType<ReversalOutcome.Reversed>(await first);
        Assert.Equal(1, Cancels());
    }

    [Fact]
    public async Task A_confirm_that_is_under_way_has_its_row_to_itself_for_two_minutes()
    {
        var orderId = await _holder.OpenAsync();
        var paymentKey = _gateway.AuthenticatePayment(orderId.Value, 15_000);
        _post.Hold();
        var confirm = _holder.ConfirmAsync(orderId, paymentKey);
        await _post.Held.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var row = (await _other.Ledger.FindAsync("", orderId, TestContext.Current.CancellationToken))!;
        Assert.Equal(AttemptState.Confirming, row.Attempt.State);
        Assert.InRange(row.Attempt.LeaseUntil!.Value - row.Now, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120));
        foreach (var lane in Enum.GetValues<RecoveryLane>())
            Assert.Empty(await _other.Ledger.ClaimDueAsync("", lane, 10, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));

        _post.Release();
        Assert.IsType<ConfirmOutcome.Paid>(await confirm);
        Assert.DoesNotContain(_gateway.ReadRequests(), request => request.Method == "GET");
    }

    private int Cancels() => _gateway.ReadRequests().Count(request => request.Path.EndsWith("/cancel", StringComparison.Ordinal));
}
