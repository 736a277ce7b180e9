using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>What is logged of an outcome, whichever endpoint it came through. Why a payment was not charged or an order not read was told where it was found: one fact is one warning.</summary>
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
