using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>The log messages of reconciliation and retention (event ids 340 to 359).</summary>
internal static partial class Log
{
    [LoggerMessage(340, LogLevel.Information, "Reconciliation of '{Merchant}' from {From} until {Until} (exclusive): {Lines} money movements added, {Repaired} orders repaired, {Breaks} discrepancies open.")]
    public static partial void Reconciled(ILogger logger, string merchant, DateOnly from, DateOnly until, int lines, int repaired, int breaks);

    [LoggerMessage(341, LogLevel.Warning, "Order {OrderId}: reconciliation found a different state at the gateway; {From} -> {To}.")]
    public static partial void Repaired(ILogger logger, OrderId orderId, AttemptState from, AttemptState to);

    [LoggerMessage(342, LogLevel.Information, "Purge of '{Merchant}': {Purchases} purchases, {Lines} money movements and {Messages} webhooks were deleted.")]
    public static partial void Purged(ILogger logger, string merchant, int purchases, int lines, int messages);

    [LoggerMessage(343, LogLevel.Error, "The daily {Work} of '{Merchant}' failed; it runs again in {Delay}.")]
    public static partial void DailyWorkFailed(ILogger logger, Exception exception, string work, string merchant, TimeSpan delay);
}
