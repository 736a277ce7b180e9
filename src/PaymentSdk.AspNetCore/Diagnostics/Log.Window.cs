using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Diagnostics;

/// <summary>Messages of the payment window's headers have the event ids 1200 to 1299; each is told once.</summary>
internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Warning, "A page of the payment window ('{Merchant}') writes Cross-Origin-Opener-Policy: same-origin, which cuts off the windows that wallets and card apps open. It is sent as same-origin-allow-popups. Leave that header out on checkout pages.")]
    public static partial void OpenerPolicyReplaced(this ILogger logger, string merchant);

    [LoggerMessage(1201, LogLevel.Warning, "So many merchant origins are registered for '{Merchant}' that frame-ancestors would be too long a header: pages of the payment window may be framed by their own origin only. Write frame-ancestors into the page's own policy if others frame it.")]
    public static partial void TooManyFrameAncestors(this ILogger logger, string merchant);
}
