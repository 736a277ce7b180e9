using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// While the ledger cannot write, a buyer who sees "not charged" is not charged. Every order is resolved once writes work again.
/// </summary>
public sealed class PressureTests
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(130);

    [Fact]
    public async Task While_the_disk_is_full_no_buyer_is_charged_and_once_there_is_space_the_same_payments_are_taken()
    {
        using var disk = FullDisk.Mount();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway.Address, $"Data Source={disk.Database};Pooling=False");
        var orders = new List<(OrderId OrderId, string PaymentKey)>();
        for (var n = 0; n < 5; n++)
        {
            var orderId = await shop.OpenAsync();
            orders.Add((orderId, gateway.AuthenticatePayment(orderId.Value, 15_000)));
        }

        await using var other = await disk.OpenConnectionAsync();
        disk.Fill();
        var refused = await Task.WhenAll(orders.Select(order => shop.ConfirmAsync(order.OrderId, order.PaymentKey)));
        Assert.All(refused, outcome => Assert.IsType<ConfirmOutcome.NotCharged>(outcome));
        Assert.All(gateway.ReadPayments(), payment => Assert.Empty(payment.Executions));

        disk.Free();
        foreach (var (orderId, paymentKey) in orders)
            Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, paymentKey));
        Assert.All(gateway.ReadPayments(), payment => Assert.Single(payment.Executions));
    }

    [Fact]
    public async Task A_disk_that_fills_up_during_the_call_leaves_the_payment_to_recovery_which_records_its_outcome_once()
    {
        using var disk = FullDisk.Mount();
        var time = new ShiftedTime();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(
            gateway.Address, $"Data Source={disk.Database};Pooling=False", time, payments => payments.HttpClient.AddHttpMessageHandler(() => new Answered(disk.Fill)));
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);
        await using var other = await disk.OpenConnectionAsync();

        Assert.IsType<ConfirmOutcome.Checking>(await shop.ConfirmAsync(orderId, paymentKey));
        Assert.Single(gateway.ReadPayments().Single().Executions);
        Assert.Equal(AttemptState.Confirming, await shop.StateAsync(orderId));

        disk.Free();
        time.Advance(PastTheLease);
        await shop.UntilAsync(orderId, AttemptState.Approved);
        Assert.Single(gateway.ReadPayments().Single().Executions);
    }

    [Fact]
    public async Task On_a_file_that_cannot_be_written_no_buyer_is_charged_and_orders_can_still_be_read()
    {
        using var file = new TemporaryDatabase();
        await using var gateway = await SandboxGateway.StartAsync();
        await using var shop = await ShopHost.StartAsync(gateway, file);
        var orderId = await shop.OpenAsync();
        var paymentKey = gateway.AuthenticatePayment(orderId.Value, 15_000);

        var rights = new Rights();
        await using (var reader = await ShopHost.StartAsync(gateway.Address, file.ConnectionString, options: database => database.AddInterceptors(rights)))
        {
            rights.ReadOnly = true;
            Assert.IsType<ConfirmOutcome.NotCharged>(await reader.ConfirmAsync(orderId, paymentKey));
            Assert.Equal(PaymentOrderStatus.Open, (await reader.Checkout.FindAsync(orderId))!.Status);
            var failure = await Assert.ThrowsAsync<LedgerException>(() => reader.OpenAsync());
            Assert.True(failure.NothingWritten);
        }

        Assert.Empty(gateway.ReadPayments().Single().Executions);
        Assert.IsType<ConfirmOutcome.Paid>(await shop.ConfirmAsync(orderId, paymentKey));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_stops_the_host()
    {
        using var file = new TemporaryDatabase();
        await (await LedgerHost.StartAsync(file)).DisposeAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => LedgerHost.StartAsync(
            payments => payments.AddEntityFrameworkLedger(database => database.UseSqlite($"{file.ConnectionString};Mode=ReadOnly"))));

        Assert.Contains("Let this process write the payment_* tables", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes the database read-only while the shop runs, so that SQLite itself reports the error.</summary>
    private sealed class Rights : DbTransactionInterceptor
    {
        public bool ReadOnly { get; set; }

        public override async ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            if (ReadOnly)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA query_only = ON";
                command.Transaction = result;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            return result;
        }
    }

    /// <summary>Runs an action whenever the answer to a POST arrives.</summary>
    private sealed class Answered(Action then) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post)
                then();
            return answer;
        }
    }
}
