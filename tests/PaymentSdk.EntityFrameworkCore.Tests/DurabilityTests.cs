using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Every_statement_of_the_ledger_runs_with_synchronous_FULL_even_where_the_host_prefers_NORMAL()
    {
        var seen = new SynchronousOfCommands();
        await using var host = await LedgerHost.StartAsync(payments => payments.AddEntityFrameworkLedger(
            database => database.UseSqlite($"Data Source={_file.Path}").AddInterceptors(new NormalConnections(), seen), ledger => ledger.MigrateAtStart = true));
        seen.Modes.Clear();

        await Opened.StoreAsync(host.Ledger);
        await host.Ledger.ClaimDueAsync(Opened.Merchant, RecoveryLane.Routine, 5, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.NotEmpty(seen.Modes);
        Assert.All(seen.Modes, mode => Assert.Equal("2", mode));
    }

    [Fact]
    public async Task The_file_is_in_WAL_mode()
    {
        await using var host = await LedgerHost.StartAsync(_file);

        Assert.Equal("wal", await SqliteFile.ScalarAsync(_file, "PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData("UPDATE payment_journal SET to_state = 'Approved'")]
    [InlineData("DELETE FROM payment_journal")]
    public async Task The_journal_cannot_be_changed_by_any_connection(string statement)
    {
        await using var host = await LedgerHost.StartAsync(_file);
        var orderId = await Opened.StoreAsync(host.Ledger);

        var failure = await Assert.ThrowsAsync<SqliteException>(() => SqliteFile.ScalarAsync(_file, statement));

        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
        Assert.Equal("AwaitingDeposit", await SqliteFile.ScalarAsync(_file, $"SELECT to_state FROM payment_journal WHERE order_id = '{orderId}'"));
    }

    [Fact]
    public async Task An_amount_is_stored_as_exact_text_and_an_instant_as_Unix_milliseconds()
    {
        await using var host = await LedgerHost.StartAsync(_file);
        var commit = Opened.Purchase(DateTimeOffset.FromUnixTimeMilliseconds(1_795_410_000_123));
        commit = commit with { Purchase = commit.Purchase with { Amount = new Money(10.50m, Currency.Usd) } };
        await host.Ledger.CommitAsync(commit, TestContext.Current.CancellationToken);

        Assert.Equal(
            "text 10.5 USD integer 1795410000123",
            await SqliteFile.ScalarAsync(_file, "SELECT typeof(amount) || ' ' || amount || ' ' || currency || ' ' || typeof(opened_at) || ' ' || opened_at FROM payment_purchases"));
    }

    /// <summary>
    /// A later release must be able to read what this one wrote. The database contains these names, so names may be added but never changed.
    /// </summary>
    [Fact]
    public void The_names_of_states_and_events_in_the_database_do_not_change()
    {
        Assert.Equal(
            "Created Confirming Unknown AwaitingDeposit Approved PartlyCanceled Canceled Declined Expired NotSent Superseded Mismatch NeedsAttention Reversing DuplicatePayment",
            string.Join(' ', Enum.GetNames<AttemptState>()));
        Assert.Equal("Window BrandPay Billing KeyIn", string.Join(' ', Enum.GetNames<AttemptKind>()));
        Assert.Equal("Requested Sent Unknown Pending Done Refused PayoutFailed", string.Join(' ', Enum.GetNames<RefundProgress>()));
        Assert.Equal("Deadline 1, MoneyBack 2, Requested 3, Routine 4", string.Join(", ", Enum.GetValues<RecoveryLane>().Select(lane => $"{lane} {(int)lane}")));
        Assert.Equal("Paid PaidLate Declined Expired PartlyCanceled Canceled DepositReturned NeedsAttention AwaitingDeposit RefundFailed", string.Join(' ', Enum.GetNames<OrderEventType>()));
    }

    /// <summary>Simulates a host that prefers speed to durability on all of its connections.</summary>
    private sealed class NormalConnections : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class SynchronousOfCommands : DbCommandInterceptor
    {
        public ConcurrentBag<string> Modes { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await InspectAsync(command, cancellationToken);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await InspectAsync(command, cancellationToken);
            return result;
        }

        private async Task InspectAsync(DbCommand command, CancellationToken cancellationToken)
        {
            await using var query = command.Connection!.CreateCommand();
            query.Transaction = command.Transaction;
            query.CommandText = "PRAGMA synchronous";
            Modes.Add(Convert.ToString(await query.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture)!);
        }
    }
}
