using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>What a page that the payment window opens on may ask for while it is written.</summary>
public static class PaymentWindowHttpContextExtensions
{
    /// <summary>
    /// The nonce of this answer, for the page's inline scripts: <c>&lt;script nonce="@HttpContext.GetPaymentWindowNonce()"&gt;</c>.
    /// The same at each call; only an answer that asked for it names it in its policy. Not for pages that are cached.
    /// </summary>
    /// <exception cref="InvalidOperationException">The page is under neither <c>UsePaymentWindow</c> nor <c>WithPaymentWindow</c>, or the answer has begun.</exception>
    public static string GetPaymentWindowNonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<PolicyNonce>() is { } known)
            return known.Value;
        if (WindowPage.Of(context) is null)
            throw new InvalidOperationException("The payment window has a nonce only on its own pages. Call app.UsePaymentWindow() before the page, or WithPaymentWindow() on its endpoint.");
        if (context.Response.HasStarted)
            throw new InvalidOperationException("The headers of this answer are on their way: its policy can name no nonce any more. Ask for the nonce before the page is written.");
        var nonce = new PolicyNonce();
        context.Features.Set(nonce);
        return nonce.Value;
    }
}
