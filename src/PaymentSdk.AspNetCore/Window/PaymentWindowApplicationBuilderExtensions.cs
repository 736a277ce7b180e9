using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>Allows the payment window to work on the HTML pages of an application.</summary>
public static class PaymentWindowApplicationBuilderExtensions
{
    /// <summary>
    /// Adds the headers that the payment window needs, and nothing more, to every HTML page that comes after this call, static files included:
    /// <c>Cross-Origin-Opener-Policy: same-origin-allow-popups</c>, and in the page's own <c>Content-Security-Policy</c> the sources of the script,
    /// its calls and its frames, and <c>frame-ancestors</c>.
    /// </summary>
    /// <param name="app">The application, or a branch of it: <c>app.UseWhen(context => …, branch => branch.UsePaymentWindow())</c>.</param>
    /// <param name="merchant">The registration to which the window belongs. The default is the unnamed registration.</param>
    /// <param name="target">Where the window opens. The default is a frame in the page.</param>
    /// <remarks>
    /// The headers are merged when the answer starts, whichever component wrote them and in whatever order. A page without any policy gets the
    /// smallest one that works: scripts of its own origin and of the payment window. Its inline scripts then need
    /// <see cref="PaymentWindowHttpContextExtensions.GetPaymentWindowNonce"/>. A policy in a <c>meta</c> element is ignored.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The registration has no merchant origins; the message names the call to add.</exception>
    public static IApplicationBuilder UsePaymentWindow(
        this IApplicationBuilder app, string merchant = "", PaymentWindowTarget target = PaymentWindowTarget.Iframe)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(merchant);
        WindowHeaders.Require(app.ApplicationServices, merchant);
        app.ApplicationServices.GetRequiredService<WindowUse>().Add(merchant);
        var page = new WindowPage(merchant, target);
        return app.Use((context, next) =>
        {
            context.Features.Set(page);
            return next(context);
        });
    }
}
