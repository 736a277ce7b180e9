using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Logs the outcome of a confirm, for every endpoint. The cause of a failure is logged as a warning where it is found, so that one fact is one
/// warning.
/// </summary>
internal static class ConfirmLog
{
    public static void Write(ILogger log, OrderId orderId, ConfirmOutcome outcome)
    {
        switch (outcome)
        {
            case ConfirmOutcome.NotCharged notCharged:
                log.NotCharged(orderId, notCharged.Reason);
                break;
            case ConfirmOutcome.Unavailable { IsRunning: true } running:
                log.ConfirmRuns(orderId, running.Reason);
                break;
            case ConfirmOutcome.Unavailable unavailable:
                log.OrderUnavailable(orderId, unavailable.Reason);
                break;
            default:
                log.Confirmed(orderId, outcome.GetType().Name);
                break;
        }
    }
}
