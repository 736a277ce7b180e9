using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A log that cannot be written stops neither a confirm nor the recovery worker.</summary>
public sealed class BrokenLogTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private SandboxGateway _gateway = null!;
    private ShopHost _shop = null!;

    private FaultyLedger Ledger => (FaultyLedger)_shop.Ledger;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _shop = await ShopHost.StartAsync(_gateway, _database, more: payments =>
        {
            FaultyLedger.Wrap(payments);
            payments.Services.AddLogging(log => log.AddProvider(new FullDisk()).AddFilter("PaymentSdk", LogLevel.Trace).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Trace));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_payment_is_confirmed_and_refunded()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();

        Assert.IsType<ConfirmOutcome.Paid>(await _shop.ConfirmAsync(orderId, paymentKey));
        Assert.IsType<RefundOutcome.Done>(await _shop.Refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse("r-1"), Reason = "sold out" }));
    }

    [Fact]
    public async Task Recovery_continues_after_a_failed_round()
    {
        var (orderId, paymentKey) = await AuthenticatedAsync();
        await _gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1000 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ledger.Claim = () =>
        {
            if (failed.TrySetResult())
                throw new LedgerException("The database is unavailable.");
        };
        Assert.IsType<ConfirmOutcome.Checking>(await _shop.ConfirmAsync(orderId, paymentKey));
        await failed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        _gateway.ClearFaults();

        await _shop.UntilAsync(orderId, AttemptState.Approved);
    }

    private async Task<(OrderId OrderId, string PaymentKey)> AuthenticatedAsync()
    {
        var orderId = await _shop.OpenAsync();
        return (orderId, _gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = "CARD" }));
    }

    /// <summary>A log that throws for every line of the SDK and of Entity Framework Core.</summary>
    private sealed class FullDisk : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("PaymentSdk", StringComparison.Ordinal) || categoryName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new IOException("No space left on device.");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("No space left on device.");

        public void Dispose()
        {
        }
    }
}
