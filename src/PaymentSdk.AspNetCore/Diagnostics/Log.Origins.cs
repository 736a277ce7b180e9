using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Diagnostics;

/// <summary>Messages of the origin decision have the event ids 1000 to 1099.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Warning, "Refused {Slug}: {Method} {Path}. {Explanation}")]
    public static partial void OriginRefused(this ILogger logger, string slug, string method, string path, string explanation);

    [LoggerMessage(1005, LogLevel.Warning, "Refused origin-not-registered: {Method} {Path} from {Origin}, nearest '{Nearest}', differing in {Difference}: {Explanation} {Hint}")]
    public static partial void OriginNotRegistered(
        this ILogger logger, string method, string path, string origin, string? nearest, string difference, string explanation, string hint);

    [LoggerMessage(1001, LogLevel.Information, "Merchant origins of '{Merchant}' reloaded: {Count} exact origins.")]
    public static partial void OriginsReloaded(this ILogger logger, string merchant, int count);

    [LoggerMessage(1002, LogLevel.Error, "Merchant origins of '{Merchant}' were not reloaded, the last good ones stay in force. {Problem}")]
    public static partial void OriginReloadRefused(this ILogger logger, string merchant, string problem);

    [LoggerMessage(1003, LogLevel.Error, "Merchant origins of '{Merchant}' could not be read, the last good ones stay in force. They are read again in {Seconds} s.")]
    public static partial void OriginReloadFailed(this ILogger logger, string merchant, double seconds, Exception exception);

    [LoggerMessage(1004, LogLevel.Information, "Development: the host's own addresses are merchant origins of '{Merchant}': {Origins}.")]
    public static partial void OwnOriginsRegistered(this ILogger logger, string merchant, string origins);
}
