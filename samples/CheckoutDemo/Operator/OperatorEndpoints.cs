using Microsoft.AspNetCore.Http.Metadata;

namespace CheckoutDemo.Operator;

/// <summary><c>/operator</c>, the page of the shop's operators. Development only: a real shop puts it behind its own sign-in.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperator(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var page = app.MapGroup("").RequireOperator();
        page.MapGet("/operator", (IWebHostEnvironment host) => TypedResults.PhysicalFile(Path.Combine(host.ContentRootPath, "Operator", "operator.html"), "text/html; charset=utf-8"));
        page.MapGet("/api/operator", Desk.ReadAsync);
        page.MapGet("/api/operator/orders/{orderId}", OrderFile.ReadAsync);
        page.MapPost("/api/operator/orders/{orderId}/refund", OrderActions.RefundAsync);
        page.MapPost("/api/operator/orders/{orderId}/reverse", OrderActions.ReverseAsync);
        page.MapPost("/api/operator/orders/{orderId}/resolve", OrderActions.ResolveAsync);
        page.MapPost("/api/operator/reconcile", ReconciliationActions.ReconcileAsync);
        page.MapPost("/api/operator/breaks/{key}/assign", ReconciliationActions.AssignAsync);
        page.MapPost("/api/operator/breaks/{key}/close", ReconciliationActions.CloseAsync);
        page.MapPost("/api/operator/events/{id:guid}/retry", ReconciliationActions.RetryAsync);
        page.MapPost("/api/operator/events/{id:guid}/skip", ReconciliationActions.SkipAsync);
    }

    /// <summary>Around the endpoint and not a filter: those run after the body and the parameters were read.</summary>
    private static RouteGroupBuilder RequireOperator(this RouteGroupBuilder page)
    {
        ((IEndpointConventionBuilder)page).Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => context.RequestServices.GetRequiredService<OperatorAccess>().RunAsync(context, inner);
        });
        // Routing would refuse another content type before the caller is known; the endpoint does so by itself.
        ((IEndpointConventionBuilder)page).Finally(endpoint =>
        {
            foreach (var accepted in endpoint.Metadata.OfType<IAcceptsMetadata>().ToArray())
                endpoint.Metadata.Remove(accepted);
        });
        return page;
    }
}
