using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Budget;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>The objects that the parts of one registration's checkout share.</summary>
internal sealed record CheckoutContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    ICheckoutRuntime Runtime,
    WorkSignal Work,
    ILogger Logger)
{
    public TimeProvider Time { get; } = Runtime.Time;

    public ILogger Logger { get; } = new SafeLogger(Logger);

    /// <summary>The budget of requests that recovery may make.</summary>
    public RequestBudget Budget { get; } = new(Settings, Runtime.Time);

    /// <summary>The pace of routine queries.</summary>
    public RecoveryPace Pace { get; } = new();

    /// <summary>The commits that the database refused because of their data.</summary>
    public RefusedCommits RefusedCommits { get; } = new(Runtime.Time);

    /// <summary>
    /// Finds an order of this registration. Returns null for a value that cannot be an order id: such values are kept as they were received,
    /// and the database may not be able to compare them.
    /// </summary>
    public ValueTask<AttemptSnapshot?> FindAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        orderId.IsUsable ? Ledger.FindAsync(Merchant, orderId, cancellationToken) : default;

    /// <summary>Reads the refunds of an order, oldest first. Returns an empty list for a value that cannot be an order id.</summary>
    public ValueTask<IReadOnlyList<RefundRecord>> ReadRefundsAsync(OrderId orderId, CancellationToken cancellationToken = default) =>
        orderId.IsUsable ? Ledger.ReadRefundsAsync(Merchant, orderId, cancellationToken) : ValueTask.FromResult<IReadOnlyList<RefundRecord>>([]);

    /// <summary>
    /// Returns how much longer a call waits for its outcome: the time that its caller gave, otherwise the configured time, less the time since
    /// <paramref name="begun"/>.
    /// </summary>
    public TimeSpan WaitLeft(TimeSpan? asked, long begun)
    {
        var left = (asked ?? Settings.Current.Wait) - Time.GetElapsedTime(begun);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Refuses a wait that no timer can measure, before anything is sent.</summary>
    public static void CheckWait(TimeSpan? wait, string parameter)
    {
        if (wait < TimeSpan.Zero || wait > TimeSpan.FromDays(1))
            throw new ArgumentOutOfRangeException(parameter, wait, "Wait must be from 0 seconds to one day. Leave it out for the configured time.");
    }

    /// <summary>
    /// Refuses a call within a transaction of the shop. The transaction would hold its locks during the network call, and its rollback could undo the
    /// ledger's record of a charge.
    /// </summary>
    public static void RequireNoTransaction()
    {
        if (System.Transactions.Transaction.Current is not null)
            throw new InvalidOperationException("PaymentSdk was called inside a transaction. Complete the transaction first, because the SDK commits separately before and after the call to the payment API.");
    }
}
