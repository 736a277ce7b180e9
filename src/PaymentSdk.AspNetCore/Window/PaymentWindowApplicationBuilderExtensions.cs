using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>Lets the payment window work on the HTML pages of an application.</summary>
public static class PaymentWindowApplicationBuilderExtensions
{
    /// <summary>
    /// Gives every HTML page that comes after this call, static files included, the headers that the payment window needs and
    /// nothing more: <c>Cross-Origin-Opener-Policy: same-origin-allow-popups</c>, and in the page's own
    /// <c>Content-Security-Policy</c> the sources of the script, its calls and its frames, and <c>frame-ancestors</c>.
    /// </summary>
    /// <param name="app">The application, or a branch of it: <c>app.UseWhen(context => …, branch => branch.UsePaymentWindow())</c>.</param>
    /// <param name="merchant">The registration whose window it is. Default the unnamed one.</param>
    /// <param name="target">Where the window opens. Default in a frame.</param>
    /// <remarks>
    /// Headers are merged when the answer starts, whatever wrote them and in whatever order. A page without any policy is given the
    /// smallest one that works: scripts of its own origin and of the payment window; inline scripts then need
    /// <see cref="PaymentWindowHttpContextExtensions.GetPaymentWindowNonce"/>. A policy in a <c>meta</c> element is not seen.
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
