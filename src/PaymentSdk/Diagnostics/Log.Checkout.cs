using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>The log messages of the checkout process (event ids 200 to 299). They never contain bodies, keys, secrets or personal data.</summary>
internal static partial class Log
{
    private static readonly Func<ILogger, string, string, IDisposable?> Scope =
        LoggerMessage.DefineScope<string, string>("merchant {Merchant} order {OrderId}");

    public static IDisposable? OrderScope(ILogger logger, string merchant, OrderId orderId) => Scope(logger, merchant, orderId.Value);

    [LoggerMessage(200, LogLevel.Error, "The ledger did not answer. Calls are refused, and nothing is sent, until it answers again. Check the database.")]
    public static partial void LedgerUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(201, LogLevel.Warning, "Order {OrderId}: the amount that the browser sent is not the stored one. Nothing was sent.")]
    public static partial void AmountMismatch(ILogger logger, OrderId orderId);

    [LoggerMessage(203, LogLevel.Error, "Order {OrderId}: the outcome could not be written to the ledger. Recovery queries it when the lease ends.")]
    public static partial void OutcomeNotWritten(ILogger logger, Exception? exception, OrderId orderId);

    [LoggerMessage(204, LogLevel.Warning, "Order {OrderId}: another process took this order over and records its outcome.")]
    public static partial void TakenOver(ILogger logger, OrderId orderId);

    [LoggerMessage(205, LogLevel.Error, "Order {OrderId}: a call to the payment API failed with an unexpected exception. Its outcome is queried.")]
    public static partial void CallFailed(ILogger logger, Exception exception, OrderId orderId);

    [LoggerMessage(206, LogLevel.Information, "Order {OrderId}: {From} -> {To} by {Cause} ({Evidence}).")]
    public static partial void Moved(ILogger logger, OrderId orderId, AttemptState from, AttemptState to, string cause, string? evidence);

    [LoggerMessage(207, LogLevel.Critical, "Order {OrderId} needs an operator: {From} -> {To} by {Cause} ({Evidence}). Compare it with the provider's dashboard before anything else is done.")]
    public static partial void NeedsOperator(ILogger logger, OrderId orderId, AttemptState from, AttemptState to, string cause, string? evidence);

    [LoggerMessage(208, LogLevel.Error, "Recovery failed; it runs again in {Delay}.")]
    public static partial void RecoveryFailed(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(209, LogLevel.Error, "Order {OrderId}: recovery of this order failed; it is tried again when the lease ends.")]
    public static partial void RowFailed(ILogger logger, Exception exception, OrderId orderId);

    [LoggerMessage(210, LogLevel.Warning, "Order {OrderId}: a commit was not acknowledged. The row is read again before anything is sent.")]
    public static partial void CommitInDoubt(ILogger logger, Exception exception, OrderId orderId);

    [LoggerMessage(213, LogLevel.Error, "Order {OrderId}: the charge was not sent, because the request is not valid. {Why}")]
    public static partial void ChargeRefused(ILogger logger, OrderId orderId, string why);

    [LoggerMessage(212, LogLevel.Information, "Order {OrderId}: the refund {RefundId} is sent again.")]
    public static partial void RefundSent(ILogger logger, OrderId orderId, RefundId refundId);

    [LoggerMessage(211, LogLevel.Warning, "Order {OrderId}: the order was read, but an early query could not be scheduled; recovery queries the order as planned.")]
    public static partial void NotMadeDue(ILogger logger, Exception exception, OrderId orderId);

    [LoggerMessage(214, LogLevel.Error, "Order {OrderId}: the refund {RefundId} was not sent, because the request is not valid. {Why}")]
    public static partial void RefundRefused(ILogger logger, OrderId orderId, RefundId refundId, string why);

    [LoggerMessage(215, LogLevel.Error, "Order {OrderId}: the database refused the data of a commit. The facts about the money are written without the texts; check the database's encoding and column lengths.")]
    public static partial void DataRefused(ILogger logger, OrderId orderId);

    [LoggerMessage(216, LogLevel.Information, "Order {OrderId}: the refund {RefundId} is not finished yet; recovery finishes it.")]
    public static partial void RefundUnfinished(ILogger logger, Exception exception, OrderId orderId, RefundId refundId);

    [LoggerMessage(218, LogLevel.Error, "Order {OrderId}: a BrandPay payment was not sent, because it is confirmed with the buyer's customer key. Open the purchase with CustomerKey.")]
    public static partial void CustomerKeyMissing(ILogger logger, OrderId orderId);

    [LoggerMessage(217, LogLevel.Warning, "The heartbeat of recovery could not be written to the ledger. The request budget stays divided as before; the next heartbeat is in {Delay}.")]
    public static partial void BeatFailed(ILogger logger, Exception exception, TimeSpan delay);
}
