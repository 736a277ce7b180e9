using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>The log messages of the delivery of order events (event ids 300 to 319).</summary>
internal static partial class Log
{
    [LoggerMessage(300, LogLevel.Information, "No order event handler is registered for '{Merchant}' in this process: its order events stay in the ledger. Add one with AddOrderEventHandler.")]
    public static partial void NobodyHears(ILogger logger, string merchant);

    [LoggerMessage(301, LogLevel.Error, "Order events could not be delivered; delivery is tried again in {Delay}.")]
    public static partial void EventsFailed(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(302, LogLevel.Debug, "Event {Type} {EventId} was handled on delivery {Try}.")]
    public static partial void Delivered(ILogger logger, OrderEventType type, Guid eventId, int @try);

    [LoggerMessage(303, LogLevel.Warning, "A handler failed on event {Type} {EventId}, {Failures} times so far; it is delivered again in {Delay}.")]
    public static partial void DeliveryFailed(ILogger logger, Exception exception, OrderEventType type, Guid eventId, int failures, TimeSpan delay);

    [LoggerMessage(306, LogLevel.Error, "A handler keeps failing on event {Type} {EventId}, {Failures} times so far; it is delivered again in {Delay}, and the later events of its purchase wait. Fix the handler, or skip the event with IOrderEvents.SkipAsync.")]
    public static partial void DeliveryFailsStill(ILogger logger, Exception exception, OrderEventType type, Guid eventId, int failures, TimeSpan delay);

    [LoggerMessage(304, LogLevel.Warning, "The result of delivering event {Type} {EventId} could not be written to the ledger; the event is delivered again.")]
    public static partial void DeliveryNotRecorded(ILogger logger, Exception exception, OrderEventType type, Guid eventId);

    [LoggerMessage(305, LogLevel.Warning, "Event {Type} {EventId} took longer than its lease, and another process took it over; it is delivered again.")]
    public static partial void DeliveryTakenOver(ILogger logger, OrderEventType type, Guid eventId);
}
