using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Events;

/// <summary>Delivers one event: runs the handlers in their own scope within a time limit, and records the delivery or the next try.</summary>
internal sealed class EventDispatcher(IOrderLedger ledger, EventHandlers handlers, IServiceScopeFactory scopes, ICheckoutRuntime runtime, ILogger logger)
{
    /// <summary>
    /// The time that all handlers of an event have together. The lease is longer, so that no other process claims the event in the meantime.
    /// </summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Delivers the event. Never throws: if the result cannot be recorded, the event is delivered again when the lease has expired.
    /// </summary>
    public async Task DeliverAsync(EventDelivery delivery, CancellationToken shutdownOver)
    {
        var happened = delivery.Event;
        using var scope = Log.OrderScope(logger, happened.Merchant, happened.OrderId);
        try
        {
            var failure = await FailureOfAsync(happened, shutdownOver).ConfigureAwait(false);
            if (failure is OperationCanceledException && shutdownOver.IsCancellationRequested)
                return;
            await RecordAsync(delivery, failure).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Log.DeliveryNotRecorded(logger, failure, happened.Type, happened.EventId);
        }
    }

    private async Task<Exception?> FailureOfAsync(OrderEvent happened, CancellationToken shutdownOver)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(shutdownOver);
        // The handlers run apart from this worker, so that a handler that blocks its thread does not delay the events of other purchases. A handler
        // that ignores its token is abandoned.
        var handling = runtime.Start(() => HandleAsync(happened, end.Token));
        try
        {
            await runtime.WaitAsync(handling, TimeLimit, shutdownOver).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException) when (!handling.IsCompleted)
        {
            await end.CancelAsync().ConfigureAwait(false);
            _ = handling.ContinueWith(left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return new TimeoutException($"The handlers of the event took longer than {TimeLimit.TotalSeconds} s.");
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await handlers.HandleAsync(scope.ServiceProvider, happened, cancellationToken).ConfigureAwait(false);
    }

    private async Task RecordAsync(EventDelivery delivery, Exception? failure)
    {
        var now = await ledger.GetTimeAsync(CancellationToken.None).ConfigureAwait(false);
        var wait = DeliveryLadder.After(delivery.FailureCount);
        var ended = failure is null
            ? delivery with { DeliveredAt = now, DueAt = null }
            : delivery with { FailureCount = delivery.FailureCount + 1, Error = failure.GetType().Name, DueAt = now + wait };
        var written = await ledger.RecordDeliveryAsync(ended, CancellationToken.None).ConfigureAwait(false);
        Telemetry.CountDelivery(delivery.Event.Merchant, delivery.Event.Type, failure is not null);
        var (type, id) = (delivery.Event.Type, delivery.Event.EventId);
        if (!written)
            Log.DeliveryTakenOver(logger, type, id);
        else if (failure is null)
            Log.Delivered(logger, type, id, ended.FailureCount + 1);
        else if (DeliveryLadder.NeedsOperator(ended.FailureCount))
            Log.DeliveryFailsStill(logger, failure, type, id, ended.FailureCount, wait);
        else
            Log.DeliveryFailed(logger, failure, type, id, ended.FailureCount, wait);
    }
}

/// <summary>Determines how long an event waits after a failed delivery. Has no side effects.</summary>
internal static class DeliveryLadder
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
    ];

    /// <summary>Returns the wait after a failure, by the number of failures before it. The longest wait is an hour.</summary>
    public static TimeSpan After(int failuresBefore) => Steps[Math.Clamp(failuresBefore, 0, Steps.Length - 1)];

    /// <summary>Returns whether an operator must check the event. This is the case from the fifth failure on.</summary>
    public static bool NeedsOperator(int failures) => failures >= Steps.Length - 1;
}
