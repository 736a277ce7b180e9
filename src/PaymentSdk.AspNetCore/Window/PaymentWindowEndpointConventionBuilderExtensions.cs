using Microsoft.AspNetCore.Builder;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk;

/// <summary>Allows the payment window to work on the HTML pages of endpoints: lambdas, groups, Razor pages, controllers, static assets.</summary>
public static class PaymentWindowEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Adds the headers that the payment window needs, and nothing more, to the HTML pages of these endpoints. See
    /// <see cref="PaymentWindowApplicationBuilderExtensions.UsePaymentWindow"/>.
    /// </summary>
    /// <param name="builder">An endpoint, a group, pages or controllers.</param>
    /// <param name="merchant">The registration to which the window belongs. The default is the unnamed registration.</param>
    /// <param name="target">Where the window opens. The default is a frame in the page.</param>
    /// <exception cref="InvalidOperationException">The registration has no merchant origins. It is thrown when the endpoints are created.</exception>
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
