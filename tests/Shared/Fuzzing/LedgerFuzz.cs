using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// Confirms payments with mutated answers on a real ledger. When the clock is moved ahead, every payment ends approved; otherwise it is approved
/// or has a planned query. No payment is lost or confirmed under two idempotency keys, and the database refuses no commit because of its data.
/// </summary>
public static class LedgerFuzz
{
    private const int Concurrent = 8;

    /// <param name="connectionString">The database.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="count">The number of payments.</param>
    /// <param name="time">The clock of the ledger, which is moved ahead until every payment is approved; null waits without moving a clock.</param>
    public static async Task<string> RunAsync(string connectionString, int seed, int count, ShiftedTime? time)
    {
        await using var gateway = new FuzzedGateway(seed);
        using var faults = new Faults();
        await using var shop = await ShopHost.StartAsync(gateway.Address, connectionString, time, payments => payments.Services.AddLogging(logging => logging.AddProvider(faults)));
        var orders = new ConcurrentBag<OrderId>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Concurrent }, async (number, _) =>
        {
            var orderId = await shop.OpenAsync();
            var key = $"tviva_fuzz_{seed}_{number}";
            var outcome = await shop.ConfirmAsync(orderId, key);
            Assert.False(outcome is ConfirmOutcome.Declined or ConfirmOutcome.NotCharged or ConfirmOutcome.NotFound or ConfirmOutcome.NotOpen { Live.Status: not PaymentOrderStatus.Attention }, $"seed {seed}, {key}: {outcome}\n{Encoding.UTF8.GetString(gateway.SentFor(key))}");
            orders.Add(orderId);
        });

        var first = await StatesAsync(shop, orders);
        for (var round = 0; time is not null && round < 40 && first.Keys.Count > 0; round++)
        {
            if ((await StatesAsync(shop, orders)).Keys.All(state => state is AttemptState.Approved))
                break;
            time.Advance(round < 10 ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(5));
            await shop.DrainAsync();
        }

        if (time is null)
            await Until.TrueAsync(async () => !(await StatesAsync(shop, orders)).ContainsKey(AttemptState.Unknown), () => $"seed {seed}: rows stay unknown");
        foreach (var orderId in orders)
            await CheckAsync(shop, orderId, seed, mayWait: time is null);
        Assert.True(faults.Lines.IsEmpty, $"seed {seed}: {string.Join('\n', faults.Lines.Take(5))}");
        Assert.Equal(count, gateway.Keys.Count);
        Assert.Empty(gateway.ConfirmedTwice);
        var last = await StatesAsync(shop, orders);
        return string.Create(CultureInfo.InvariantCulture, $"{count} payments, {gateway.Mutated} mutated answers; after the confirm {Text(first)}, at the end {Text(last)}");
    }

    private static async Task CheckAsync(ShopHost shop, OrderId orderId, int seed, bool mayWait)
    {
        var entry = (await shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
        var events = await shop.Ledger.ReadEventsAsync("", entry.Purchase.PurchaseId, CancellationToken.None);
        var journal = await shop.Ledger.ReadJournalAsync("", entry.Purchase.PurchaseId, CancellationToken.None);
        var what = $"seed {seed}, {entry.Attempt.PaymentKey}: {entry.Attempt.State}, {string.Join(", ", journal.Select(row => $"{row.To} ({row.Cause}: {row.Evidence})"))}";
        if (!mayWait || entry.Attempt.State == AttemptState.Approved)
        {
            Assert.True(entry.Attempt.State == AttemptState.Approved, what);
            Assert.True(events.Count(reported => reported.Type is OrderEventType.Paid or OrderEventType.PaidLate) == 1, what);
            Assert.True(entry.Attempt.ReceiptUrl is null || entry.Attempt.ReceiptUrl.StartsWith("https://", StringComparison.Ordinal), entry.Attempt.ReceiptUrl);
            return;
        }

        Assert.True(entry.Attempt.State is AttemptState.Unknown or AttemptState.AwaitingDeposit or AttemptState.Mismatch or AttemptState.NeedsAttention or AttemptState.PartlyCanceled, what);
        Assert.True(entry.Attempt.DueAt is not null, what);
    }

    private static async Task<SortedDictionary<AttemptState, int>> StatesAsync(ShopHost shop, IEnumerable<OrderId> orders)
    {
        var states = new SortedDictionary<AttemptState, int>();
        foreach (var orderId in orders)
        {
            var state = await shop.StateAsync(orderId);
            states[state] = states.GetValueOrDefault(state) + 1;
        }

        return states;
    }

    private static string Text(SortedDictionary<AttemptState, int> states) => string.Join(", ", states.Select(state => $"{state.Value} {state.Key}"));

    /// <summary>Stores every exception that the host logs as an error, and every commit that the database refused because of its data.</summary>
    private sealed class Faults : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // An order that needs an operator is logged as an error without an exception. That outcome is allowed.
            if (logLevel >= LogLevel.Error && (exception is not null || eventId.Name == "DataRefused"))
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
