using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Description;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Webhooks;

namespace PaymentSdk;

/// <summary>Maps the endpoints that a shop's pages call instead of the payment API.</summary>
public static class PaymentEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the payment endpoints of one registration: <c>widget</c>, <c>confirm</c>, <c>orders/{orderId}</c> and <c>orders/{orderId}/attempts</c>
    /// for the pages of registered merchant origins; <c>success</c> and <c>fail/{orderId}</c>, to which the payment window sends the buyer;
    /// <c>webhooks</c> for the payment API (enter its address in the developer center); and <c>checkout.js</c>, the module that pages import. All
    /// of them appear in the host's OpenAPI document, if it has one. To leave them out, call <c>ExcludeFromDescription</c> on a group around this
    /// call.
    /// </summary>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <param name="prefix">The path with which the endpoints start. It begins with a slash, which may be omitted in a group. The default is
    /// <c>/payments</c>.</param>
    /// <param name="merchant">The name of the registration. The default is the unnamed registration.</param>
    /// <returns>
    /// The conventions of the endpoints that pages call. They do not apply to <c>success</c>, <c>fail</c>, <c>webhooks</c> and <c>checkout.js</c>,
    /// which are always open to anonymous callers.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> does not begin with a slash, and <paramref name="endpoints"/> is not a
    /// group.</exception>
    /// <exception cref="InvalidOperationException">The registration, its merchant origins or its ledger is missing, or the prefix is already mapped;
    /// the message says what to write.</exception>
    public static IEndpointConventionBuilder MapPayments(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/payments", string merchant = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(merchant);
        Mapping.Payments.RequireSlash(endpoints, prefix);
        MappedRegistration.Require(endpoints.ServiceProvider, merchant);
        var mapping = endpoints.ServiceProvider.GetService<MappedPayments>()?.Add(Mapping.Payments, endpoints, prefix, merchant) ?? 1;

        var payments = endpoints.MapGroup(prefix);
        MapOpen(payments, merchant, mapping, endpoints.ServiceProvider);
        return MapProtected(payments, merchant, mapping);
    }

    private static RouteGroupBuilder MapProtected(RouteGroupBuilder payments, string merchant, int mapping)
    {
        var protectedRoutes = payments.MapGroup("");
        Describe(protectedRoutes.MapPayment("GET", "widget", merchant, WidgetEndpoint.HandleAsync), PaymentDescriptions.Widget);
        Describe(protectedRoutes.MapPayment("POST", "confirm", merchant, ConfirmEndpoint.HandleAsync), PaymentDescriptions.Confirm);
        Describe(protectedRoutes.MapPayment("GET", "orders/{orderId}", merchant, OrderEndpoint.HandleAsync), PaymentDescriptions.Order);
        Describe(protectedRoutes.MapPayment("POST", "orders/{orderId}/attempts", merchant, AttemptsEndpoint.HandleAsync), PaymentDescriptions.Attempts);
        protectedRoutes.RequireMerchantOrigin(merchant);
        ((IEndpointConventionBuilder)protectedRoutes).Finally(endpoint => MappedRegistration.RequireOwnOrigins(endpoint, merchant));
        return protectedRoutes;

        void Describe(IEndpointConventionBuilder endpoint, EndpointDescription description) => description.AddTo(endpoint, merchant, mapping);
    }

    private static void MapOpen(RouteGroupBuilder payments, string merchant, int mapping, IServiceProvider services)
    {
        var open = payments.MapGroup("");
        Describe(open.MapVisit("success", merchant, SuccessEndpoint.HandleAsync), PaymentDescriptions.Success);
        Describe(open.MapVisit("fail/{orderId}", merchant, FailEndpoint.HandleAsync), PaymentDescriptions.Fail);
        Describe(open.MapVisit("fail", merchant, FailEndpoint.HandleAsync), PaymentDescriptions.FailWithoutPath);
        open.MapVisit("success/{**rest}", merchant, SuccessEndpoint.RefusePathAsync);
        open.MapVisit("fail/{**rest}", merchant, FailEndpoint.HandleAsync);
        open.MapOtherMethods("success/{**rest}", merchant);
        open.MapOtherMethods("fail/{**rest}", merchant);
        open.MapNearMisses(merchant);
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Describe(open.MapPayment("POST", "webhooks", merchant, new WebhookEndpoint(merchant, time).HandleAsync), PaymentDescriptions.Webhooks);
        Describe(open.MapPageClient(merchant), PaymentDescriptions.PageClient);
        // Without this, a host with a fallback policy answers the returning buyer and every webhook with 401 (docs/spec/http.md §1), and a host that
        // caches all output shows one buyer's redirect to the next. A host's error pages would turn the 503 of a webhook into a 405 and drop its
        // Retry-After.
        open.AllowAnonymous().DisableAntiforgery().WithMetadata(new OutputCacheAttribute { NoStore = true }, new SkipStatusCodePagesAttribute());

        void Describe(IEndpointConventionBuilder endpoint, EndpointDescription description) => description.AddTo(endpoint, merchant, mapping);
    }
}
