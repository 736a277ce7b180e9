using Microsoft.AspNetCore.Builder;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>Lets the payment window work on the HTML pages of endpoints: lambdas, groups, Razor pages, controllers, static assets.</summary>
public static class PaymentWindowEndpointConventionBuilderExtensions
{
    /// <summary>Gives the HTML pages of these endpoints the headers that the payment window needs and nothing more; see <see cref="PaymentWindowApplicationBuilderExtensions.UsePaymentWindow"/>.</summary>
    /// <param name="builder">An endpoint, a group, pages or controllers.</param>
    /// <param name="merchant">The registration whose window it is. Default the unnamed one.</param>
    /// <param name="target">Where the window opens. Default in a frame.</param>
    /// <exception cref="InvalidOperationException">The registration has no merchant origins; thrown when the endpoints are made.</exception>
    public static TBuilder WithPaymentWindow<TBuilder>(
        this TBuilder builder, string merchant = "", PaymentWindowTarget target = PaymentWindowTarget.Iframe)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(merchant);
        var page = new WindowPage(merchant, target);
        builder.Add(endpoint => endpoint.Metadata.Add(page));
        builder.Finally(endpoint => WindowHeaders.Require(endpoint.ApplicationServices, merchant));
        return builder;
    }
}
