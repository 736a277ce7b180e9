using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Diagnostics;

/// <summary>Messages of the webhook endpoint have the event ids 1300 to 1399.</summary>
internal static partial class Log
{
    [LoggerMessage(1300, LogLevel.Warning, "The ledger did not answer; a webhook was answered 503. The payment API sends it again, first in a minute.")]
    public static partial void WebhookNotStored(this ILogger logger, Exception exception);
}
