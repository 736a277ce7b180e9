using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>Provides the nonce for the inline scripts of a page of the payment window.</summary>
public static class PaymentWindowHttpContextExtensions
{
    /// <summary>
    /// Returns the nonce of this answer for the page's inline scripts: <c>&lt;script nonce="@HttpContext.GetPaymentWindowNonce()"&gt;</c>. Every
    /// call returns the same nonce, and only an answer that called this method has it in its policy. Do not use it on pages that are cached.
    /// </summary>
    /// <exception cref="InvalidOperationException">The page is under neither <c>UsePaymentWindow</c> nor <c>WithPaymentWindow</c>, or the answer
    /// has started.</exception>
    public static string GetPaymentWindowNonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<PolicyNonce>() is { } known)
            return known.Value;
        if (WindowPage.Of(context) is null)
            throw new InvalidOperationException("The payment window has a nonce only on its own pages. Call app.UsePaymentWindow() before the page, or WithPaymentWindow() on its endpoint.");
        if (context.Response.HasStarted)
            throw new InvalidOperationException("The answer has started, so its policy can no longer name a nonce. Call this method before the page is written.");
        var nonce = new PolicyNonce();
        context.Features.Set(nonce);
        return nonce.Value;
    }
}
