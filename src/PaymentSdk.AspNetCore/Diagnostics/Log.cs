using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Diagnostics;

/// <summary>
/// Every log message of this assembly. The origin decision has the event ids 1000 to 1099, endpoints 1100 to 1199, the payment window's headers
/// 1200 to 1299 (each is logged once), and the webhook endpoint 1300 to 1399.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Debug, "The confirm of order {OrderId} is answered with {Outcome}.")]
    public static partial void Confirmed(this ILogger logger, OrderId orderId, string outcome);

    [LoggerMessage(1102, LogLevel.Information, "Payment of order {OrderId} was surely not charged: {Reason}")]
    public static partial void NotCharged(this ILogger logger, OrderId orderId, string reason);

    [LoggerMessage(1103, LogLevel.Error, "The ledger did not answer; the payment endpoint answered with 503. Check the ledger's database.")]
    public static partial void LedgerUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(1104, LogLevel.Information, "A request to a payment endpoint was refused with {StatusCode} {Slug}: {Detail}")]
    public static partial void Refused(this ILogger logger, int statusCode, string slug, string? detail);

    [LoggerMessage(1105, LogLevel.Error, "A result page of order {OrderId} is neither a path nor on a registered merchant origin; the next valid one is used. Fix the ResultPage given to OpenAsync, Payment:ResultPage, or the registered origins.")]
    public static partial void ResultPageRefused(this ILogger logger, OrderId orderId);

    [LoggerMessage(1107, LogLevel.Information, "The state of order {OrderId} is not known, and the page was asked to retry: {Reason}")]
    public static partial void OrderUnavailable(this ILogger logger, OrderId orderId, string reason);

    [LoggerMessage(1114, LogLevel.Warning, "The confirm of order {OrderId} did not finish in time and is still running; the page was asked to retry: {Reason} Check the ledger's database.")]
    public static partial void ConfirmRuns(this ILogger logger, OrderId orderId, string reason);

    [LoggerMessage(1106, LogLevel.Debug, "The browser left before the answer of a payment endpoint was ready. The host finishes what was begun.")]
    public static partial void BrowserLeft(this ILogger logger);

    [LoggerMessage(1111, LogLevel.Warning, "The host ended a request to a payment endpoint before its outcome was known, and it was answered with 503, so the page asks again. What was begun is finished. Give the payment endpoints a request timeout that is longer than {Setting} (default 25 s), e.g. by DisableRequestTimeout.")]
    public static partial void EndedUnknown(this ILogger logger, string setting);

    [LoggerMessage(1112, LogLevel.Error, "A buyer's return from the payment window failed; a page tells the buyer not to pay again. The host finishes what was begun.")]
    public static partial void VisitFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1109, LogLevel.Error, "A page asked where the payment window sends the buyer back to, and the request arrived at {Address}, which a buyer cannot reach: every payment would expire. Set {Setting} to the address that buyers see, e.g. https://myshop.com, or let the proxy forward host and scheme and call UseForwardedHeaders. Requests refused for this reason since the last log message: {Count}. This is logged at most once in 10 minutes.")]
    public static partial void PublicAddressUnusable(this ILogger logger, string address, string setting, long count);

    [LoggerMessage(1113, LogLevel.Warning, "{Setting} is {Address}: {Reason} {Advice} With live keys the host does not start with http or with an address of this machine.")]
    public static partial void PublicAddressDoubtful(this ILogger logger, string setting, string address, string reason, string advice);

    [LoggerMessage(1115, LogLevel.Warning, "The web root {WebRoot} is too large to be searched for secret keys at start: only the first {Files} text files, {Megabytes} MB together, were read. Serve uploads and archives from a folder of their own.")]
    public static partial void WebRootTooLarge(this ILogger logger, string webRoot, int files, int megabytes);

    [LoggerMessage(1110, LogLevel.Warning, "The payment window sends buyers back to {Address}, the address of the request, whose host is not the host of any registered merchant origin. If buyers do not reach this server there, set {Setting} to the address that they see. This is logged once.")]
    public static partial void PublicAddressNotRegistered(this ILogger logger, string address, string setting);

    [LoggerMessage(1108, LogLevel.Error, "{Route} of MapPayments has the same route as {Other}. Unless they lie in different branches of the pipeline, routing answers every request to it with 500: give one of them another path.")]
    public static partial void AmbiguousRoute(this ILogger logger, string route, string other);

    [LoggerMessage(1000, LogLevel.Warning, "Refused {Slug}: {Method} {Path}. {Explanation}")]
    public static partial void OriginRefused(this ILogger logger, string slug, string method, string path, string explanation);

    [LoggerMessage(1005, LogLevel.Warning, "Refused origin-not-registered: {Method} {Path} from {Origin}, nearest '{Nearest}', differing in {Difference}: {Explanation} {Hint}")]
    public static partial void OriginNotRegistered(
        this ILogger logger, string method, string path, string origin, string? nearest, string difference, string explanation, string hint);

    [LoggerMessage(1001, LogLevel.Information, "Merchant origins of '{Merchant}' reloaded: {Count} exact origins.")]
    public static partial void OriginsReloaded(this ILogger logger, string merchant, int count);

    [LoggerMessage(1002, LogLevel.Error, "Merchant origins of '{Merchant}' were not reloaded; the last good ones stay in use. {Problem}")]
    public static partial void OriginReloadRefused(this ILogger logger, string merchant, string problem);

    [LoggerMessage(1003, LogLevel.Error, "Merchant origins of '{Merchant}' could not be read; the last good ones stay in use. They are read again in {Seconds} s.")]
    public static partial void OriginReloadFailed(this ILogger logger, string merchant, double seconds, Exception exception);

    [LoggerMessage(1004, LogLevel.Information, "Development: the host's own addresses are merchant origins of '{Merchant}': {Origins}.")]
    public static partial void OwnOriginsRegistered(this ILogger logger, string merchant, string origins);

    [LoggerMessage(1200, LogLevel.Warning, "A page of the payment window ('{Merchant}') writes Cross-Origin-Opener-Policy: same-origin, which cuts off the windows that wallets and card apps open. It is sent as same-origin-allow-popups. Leave that header out on checkout pages.")]
    public static partial void OpenerPolicyReplaced(this ILogger logger, string merchant);

    [LoggerMessage(1201, LogLevel.Warning, "So many merchant origins are registered for '{Merchant}' that frame-ancestors would be too long a header: pages of the payment window may be framed by their own origin only. Add frame-ancestors to the page's own policy if other origins frame it.")]
    public static partial void TooManyFrameAncestors(this ILogger logger, string merchant);

    [LoggerMessage(1300, LogLevel.Warning, "The ledger did not answer; a webhook was answered with 503. The payment API sends it again, for the first time after one minute.")]
    public static partial void WebhookNotStored(this ILogger logger, Exception exception);
}
