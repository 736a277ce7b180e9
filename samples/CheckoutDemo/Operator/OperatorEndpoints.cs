namespace CheckoutDemo.Operator;

/// <summary><c>/operator</c>, the page of the shop's operators. Development only: a real shop puts it behind its own sign-in.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperator(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var page = app.MapGroup("").AddEndpointFilter<OperatorGate>();
        page.MapGet("/operator", (IWebHostEnvironment host) => TypedResults.PhysicalFile(Path.Combine(host.ContentRootPath, "Operator", "operator.html"), "text/html; charset=utf-8"));
        page.MapGet("/api/operator", Desk.ReadAsync);
        page.MapGet("/api/operator/orders/{orderId}", OrderFile.ReadAsync);
        page.MapPost("/api/operator/orders/{orderId}/refund", OrderActions.RefundAsync);
        page.MapPost("/api/operator/orders/{orderId}/reverse", OrderActions.ReverseAsync);
        page.MapPost("/api/operator/orders/{orderId}/resolve", OrderActions.ResolveAsync);
        page.MapPost("/api/operator/reconcile", BookActions.ReconcileAsync);
        page.MapPost("/api/operator/breaks/{key}/assign", BookActions.AssignAsync);
        page.MapPost("/api/operator/breaks/{key}/close", BookActions.CloseAsync);
        page.MapPost("/api/operator/events/{id:guid}/retry", BookActions.RetryAsync);
        page.MapPost("/api/operator/events/{id:guid}/skip", BookActions.SkipAsync);
    }
}
