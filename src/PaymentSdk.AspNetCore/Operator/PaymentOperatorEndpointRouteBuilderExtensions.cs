using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Operator;

namespace PaymentSdk;

/// <summary>Maps the operators' page, on which the operators of a shop look after its payments.</summary>
public static class PaymentOperatorEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the operators' page of one registration and the endpoints that it calls. The page shows the figures, the orders that need an operator
    /// with their evidence and resolutions, recent orders with journal, refunds and reversals, the reconciliation, and undelivered events. It is in
    /// Korean and English.
    /// </summary>
    /// <param name="endpoints">The host's endpoints, or a group of them.</param>
    /// <param name="prefix">The path of the page. It begins with a slash, which may be omitted in a group. The default is <c>/operator</c>.</param>
    /// <param name="merchant">The name of the registration. The default is the unnamed registration.</param>
    /// <returns>
    /// The conventions of the page and of every endpoint that it calls. Declare who may use it: call <c>RequireAuthorization</c>, or
    /// <c>AllowAnonymous</c> if your own guard protects it. The host does not start without one of the two.
    /// </returns>
    /// <remarks>
    /// The actor in the journal is the signed-in user, or the name that is typed on the page if the user has no name. Requests that change something
    /// are accepted only from the page itself; a request from another origin is answered with 403.
    /// </remarks>
    /// <example>
    /// <code>
    /// app.MapPaymentOperator().RequireAuthorization("staff");
    /// </code>
    /// </example>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> does not begin with a slash, and <paramref name="endpoints"/> is not a
    /// group.</exception>
    /// <exception cref="InvalidOperationException">The registration or its ledger is missing, or the prefix is already mapped; the message says what
    /// to write.</exception>
    public static IEndpointConventionBuilder MapPaymentOperator(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/operator", string merchant = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(merchant);
        Mapping.Operator.RequireSlash(endpoints, prefix);
        RequireLedger(endpoints.ServiceProvider, merchant);
        endpoints.ServiceProvider.GetService<MappedPayments>()?.Add(Mapping.Operator, endpoints, prefix, merchant);

        var page = endpoints.MapGroup(prefix);
        OperatorFiles.Map(page);
        page.MapRead("api", merchant, Desk.ReadAsync);
        page.MapRead("api/orders/{orderId}", merchant, OrderFile.ReadAsync);
        page.MapAction("api/orders/{orderId}/refund", merchant, OrderActions.RefundAsync);
        page.MapAction("api/orders/{orderId}/reverse", merchant, OrderActions.ReverseAsync);
        page.MapAction("api/orders/{orderId}/resolve", merchant, OrderActions.ResolveAsync);
        page.MapAction("api/reconcile", merchant, ReconciliationActions.ReconcileAsync);
        page.MapAction("api/breaks/assign", merchant, ReconciliationActions.AssignAsync);
        page.MapAction("api/breaks/close", merchant, ReconciliationActions.CloseAsync);
        page.MapAction("api/events/retry", merchant, ReconciliationActions.RetryAsync);
        page.MapAction("api/events/skip", merchant, ReconciliationActions.SkipAsync);
        // The page is excluded from output caches and from the OpenAPI document, whatever the host does with its other endpoints.
        page.WithMetadata(new OutputCacheAttribute { NoStore = true }).ExcludeFromDescription();
        ((IEndpointConventionBuilder)page).Finally(endpoint => RequireDecision(endpoint, prefix, merchant));
        return page;
    }

    /// <summary>Requires that the host declares who may use the page. Without a declaration everyone could use it, so it is not served.</summary>
    private static void RequireDecision(EndpointBuilder endpoint, string prefix, string merchant)
    {
        if (endpoint.Metadata.OfType<IAllowAnonymous>().Any() || endpoint.Metadata.OfType<IAuthorizeData>().Any())
            return;
        if (!endpoint.Metadata.OfType<AuthorizationPolicy>().Any())
        {
            var call = merchant.Length > 0 ? $"app.MapPaymentOperator(\"{prefix}\", \"{merchant}\")"
                : prefix == "/operator" ? "app.MapPaymentOperator()"
                : $"app.MapPaymentOperator(\"{prefix}\")";
            throw new InvalidOperationException(
                $"Nothing says who may use the operators' page ({endpoint.DisplayName}): it shows orders and can refund money. Write {call}.RequireAuthorization(\"a policy of yours\"), "
                + $"with builder.Services.AddAuthorization(…), or {call}.AllowAnonymous() if something else guards it.");
        }

        // ASP.NET Core refuses to run an endpoint without UseAuthorization only if the endpoint has this attribute.
        endpoint.Metadata.Add(new AuthorizeAttribute());
    }

    private static void RequireLedger(IServiceProvider services, string merchant)
    {
        if (services.GetService<IServiceProviderIsKeyedService>() is not { } known || known.IsKeyedService(typeof(IOrderLedger), merchant))
            return;
        var (mapping, adding) = Mapping.Operator.Of(merchant);
        throw new InvalidOperationException($"{mapping} found no ledger for its registration. Add .AddEntityFrameworkLedger(…) to builder.Services.{adding} before the host is built.");
    }
}
