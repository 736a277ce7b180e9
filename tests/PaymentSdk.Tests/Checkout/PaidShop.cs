using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.Tests.Checkout;

/// <summary>A shop and its gateway, whose clocks are moved together, with the common steps of tests about paid orders.</summary>
internal sealed class PaidShop : IAsyncDisposable
{
    private readonly TemporaryDatabase _database = new();

    public ShiftedTime Time { get; } = new();

    public SandboxGateway Gateway { get; private set; } = null!;

    public ShopHost Shop { get; private set; } = null!;

    public ICheckout Checkout => Shop.Checkout;

    public IRefunds Refunds => Shop.Refunds;

    public ICharges Charges => Shop.Charges;

    public IPaymentReviews Reviews => Shop.Reviews;

    public IPaymentClient Client => Shop.Services.GetRequiredService<IPaymentClient>();

    public static async Task<PaidShop> StartAsync(Action<PaymentSdkBuilder>? more = null)
    {
        var shop = new PaidShop();
        shop.Gateway = await SandboxGateway.StartAsync(options => options.TimeProvider = shop.Time);
        shop.Shop = await ShopHost.StartAsync(shop.Gateway, shop._database, shop.Time, more);
        return shop;
    }

    /// <summary>Opens an order of 15,000 won and pays it.</summary>
    public async Task<(OrderId OrderId, string PaymentKey)> PayAsync(string method = "CARD", PurchaseId? purchaseId = null)
    {
        var orderId = await Shop.OpenAsync(purchaseId: purchaseId);
        var paymentKey = Authenticate(orderId, method);
        var outcome = await Shop.ConfirmAsync(orderId, paymentKey);
        Assert.True(outcome is ConfirmOutcome.Paid or ConfirmOutcome.AwaitingDeposit, outcome.ToString());
        return (orderId, paymentKey);
    }

    /// <summary>Registers a card for charges without a window.</summary>
    public async Task<BillingKey> IssueBillingKeyAsync(CustomerKey buyer, string cardNumber = "5365000000000000") => (await Client.Billing.IssueByCardAsync(new BillingCardRequest
    {
        CustomerKey = buyer,
        CardNumber = cardNumber,
        CardExpirationYear = "30",
        CardExpirationMonth = "12",
        CustomerIdentityNumber = "900101",
        CardPassword = "12",
        IdempotencyKey = IdempotencyKey.New(),
    })).BillingKey;

    public string Authenticate(OrderId orderId, string method = "CARD") =>
        Gateway.AuthenticatePayment(new SandboxPaymentRequest(orderId.Value, 15_000) { Method = method });

    public Task<RefundOutcome> CancelAsync(OrderId orderId, string refundId, decimal? amount = null, RefundReceiveAccount? account = null, bool allowDuplicate = false) =>
        Refunds.RefundAsync(new RefundRequest { OrderId = orderId, RefundId = RefundId.Parse(refundId), Reason = "마음이 바뀌었어요", Amount = amount, RefundAccount = account, AllowDuplicate = allowDuplicate });

    public Task<ReversalOutcome> ReverseAsync(OrderId orderId) =>
        Checkout.ReverseAsync(new ReversalRequest { OrderId = orderId, Reason = "품절", Actor = "clerk", Wait = TimeSpan.FromMinutes(1) });

    /// <summary>Closes an attempt whose outcome is unknown, as recovery does when the attempt has expired.</summary>
    public Task CloseAsync(OrderId orderId) => MoveAsync(orderId, (attempt, now) => attempt with { State = AttemptState.Expired, LeaseUntil = null, DueAt = now.AddMinutes(15) });

    /// <summary>Moves an order to NeedsAttention for a reason that does not matter to the test.</summary>
    public Task BringToOperatorAsync(OrderId orderId) => MoveAsync(orderId, (attempt, now) => attempt with { State = AttemptState.NeedsAttention, LeaseUntil = null, DueAt = now.AddDays(1) });

    /// <summary>Writes a change to a row. The change is tried again when the shop's own recovery writes at the same moment.</summary>
    public Task MoveAsync(OrderId orderId, Func<Attempt, DateTimeOffset, Attempt> move) => Until.TrueAsync(
        async () =>
        {
            var entry = (await Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
            var moved = move(entry.Attempt, entry.Now) with { FencingToken = entry.Attempt.FencingToken + 1 };
            return await Shop.Ledger.CommitAsync(AttemptMoves.Commit(entry, moved, new MoveReason("test", "test")), CancellationToken.None) == LedgerCommitResult.Committed;
        },
        () => "the state of the attempt cannot be changed");

    /// <summary>Writes a change to a refund. The change is tried again when the shop's own recovery writes at the same moment.</summary>
    public Task MoveRefundAsync(OrderId orderId, string refundId, Func<RefundRecord, RefundRecord> move) => Until.TrueAsync(
        async () =>
        {
            var entry = (await Shop.Ledger.FindAsync("", orderId, CancellationToken.None))!;
            var moved = entry.Attempt with { FencingToken = entry.Attempt.FencingToken + 1, OpenRefund = null, LeaseUntil = null, DueAt = null };
            var commit = AttemptMoves.Commit(entry, moved, new MoveReason("test", "test"), refund: move(await RefundAsync(orderId, refundId)));
            return await Shop.Ledger.CommitAsync(commit, CancellationToken.None) == LedgerCommitResult.Committed;
        },
        () => "the state of the refund cannot be changed");

    /// <summary>
    /// Confirms an order whose outcome stays unknown, and closes it as expired. The gateway has taken the money, unless
    /// <paramref name="confirm"/> is a fault that occurs before the gateway works.
    /// </summary>
    public async Task<(OrderId OrderId, string PaymentKey)> PayAndCloseAsync(PurchaseId? purchaseId = null, SandboxFaultKind confirm = SandboxFaultKind.CloseAfterWork)
    {
        var orderId = await Shop.OpenAsync(purchaseId: purchaseId);
        var paymentKey = Authenticate(orderId);
        await Gateway.ArmAsync(
            new SandboxFault(SandboxOperation.Confirm, confirm) { Count = 1000 },
            new SandboxFault(SandboxOperation.Get, SandboxFaultKind.Status500) { Count = 1000 });
        Assert.IsType<ConfirmOutcome.Checking>(await Shop.ConfirmAsync(orderId, paymentKey));
        await CloseAsync(orderId);
        Gateway.ClearFaults();
        return (orderId, paymentKey);
    }

    /// <summary>Returns the amounts that the gateway has refunded for this payment.</summary>
    public IReadOnlyList<decimal> Refunded(string paymentKey) =>
        [.. Executions(paymentKey).Where(execution => execution.Operation == "cancel").Select(execution => execution.Amount)];

    public int Approvals() => Gateway.ReadPayments().Sum(payment => payment.Executions.Count(execution => execution.Operation == "approve"));

    public int Queries(string paymentKey) =>
        Gateway.ReadRequests().Count(request => request.Method == "GET" && request.Path.EndsWith(paymentKey, StringComparison.Ordinal));

    public Task ArmAsync(SandboxOperation operation, SandboxFaultKind kind, int count = 1) =>
        Gateway.ArmAsync(new SandboxFault(operation, kind) { Count = count });

    /// <summary>Returns the refunds of an order as the ledger stores them, with fields that a shop does not see.</summary>
    public async Task<IReadOnlyList<RefundRecord>> RefundRecordsAsync(OrderId orderId) =>
        await Shop.Ledger.ReadRefundsAsync("", orderId, CancellationToken.None);

    public async Task<RefundRecord> RefundAsync(OrderId orderId, string refundId) =>
        (await RefundRecordsAsync(orderId)).Single(refund => refund.RefundId.Value == refundId);

    public Task UntilRefundAsync(OrderId orderId, string refundId, RefundProgress state) => Until.TrueAsync(
        async () => (await RefundAsync(orderId, refundId)).State == state, () => $"the refund {refundId} does not become {state}");

    public async Task<IReadOnlyList<OrderEventType>> EventsAsync(OrderId orderId)
    {
        var entry = await Shop.Ledger.FindAsync("", orderId, CancellationToken.None);
        var events = await Shop.Ledger.ReadEventsAsync("", entry!.Purchase.PurchaseId, CancellationToken.None);
        return [.. events.Where(happened => happened.OrderId == orderId).Select(happened => happened.Type)];
    }

    /// <summary>Returns the bytes of the database file and its write-ahead log, as text.</summary>
    public async Task<string> ReadDatabaseAsync()
    {
        var text = "";
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_database.Path)!, Path.GetFileName(_database.Path) + "*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            text += await reader.ReadToEndAsync();
        }

        return text;
    }

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        await Gateway.DisposeAsync();
        _database.Dispose();
    }

    private IEnumerable<SandboxExecution> Executions(string paymentKey) =>
        Gateway.ReadPayments().Single(payment => payment.PaymentKey == paymentKey).Executions;
}
