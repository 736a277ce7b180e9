using CheckoutDemo.Orders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PaymentSdk;

namespace CheckoutDemo.Lab;

/// <summary>Maps <c>/lab</c>, the CORS laboratory, and the endpoints that its page calls.</summary>
internal static class LabEndpoints
{
    public const string Page = "/lab";
    public const string Quote = "/api/lab/quote";
    public const string HandlerRan = "lab.handler-ran";

    public static void MapLab(this WebApplication app)
    {
        app.MapGet(Page, (IWebHostEnvironment host) => TypedResults.PhysicalFile(Path.Combine(host.WebRootPath, "lab.html"), "text/html; charset=utf-8"));
        app.MapGet("/api/lab", Describe);
        app.MapGet("/api/lab/compare", (string? a, string? b) => AddressComparison.Of(a, b));
        app.MapPost(Quote, QuoteAsync).RequireMerchantOrigin();
        app.MapGet("/api/lab/runs/{id}", (string id, LabRuns runs) => runs.Of(id)).RequireMerchantOrigin();
        app.MapPost("/api/lab/api-preflight", ApiPreflight.AskAsync).RequireMerchantOrigin();
    }

    private static LabDescription Describe(IOptionsMonitor<PaymentSdkOptions> options, OtherOrigins others, IHostEnvironment host) => new(
        ApiPreflight.ConfirmAddress(options.CurrentValue).AbsoluteUri,
        new Uri(options.CurrentValue.ScriptAddress).GetLeftPart(UriPartial.Authority),
        others.Registered,
        others.Unregistered,
        host.IsDevelopment());

    /// <summary>
    /// The endpoint of the experiments. It has the same origin check as <c>POST /api/orders</c>, calculates the price of a cart and stores nothing.
    /// </summary>
    private static async Task<Results<Ok<QuotedPrice>, ProblemHttpResult>> QuoteAsync(HttpContext context, CancellationToken pageLeft)
    {
        context.Items[HandlerRan] = true;
        var (body, refusal) = await OrderBody.ReadAsync(context.Request, pageLeft);
        if (refusal is not null)
            return refusal;
        return OrderRequest.TryRead(body, out var request, out var fault)
            ? TypedResults.Ok(new QuotedPrice("KRW", request.Total))
            : OrderProblem.Malformed(fault);
    }
}
