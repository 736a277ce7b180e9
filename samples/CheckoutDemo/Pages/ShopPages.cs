using PaymentSdk;

namespace CheckoutDemo.Pages;

/// <summary>Serves the pages of the shop: the static files of <c>wwwroot</c>, and one page for all orders.</summary>
internal static class ShopPages
{
    public static void UseShopPages(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(context => TypedResults.Problem(statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context)));
        app.UsePaymentWindow();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                PageHeaders.Write(context.Response);
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseStatusCodePages(NotFoundPage.ShowAsync);
        app.UseDefaultFiles();
        // Browsers revalidate each file and receive 304 if it is unchanged, so that a page never runs an outdated script.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.MapGet("/orders/{orderId}", (IWebHostEnvironment host) => TypedResults.PhysicalFile(Path.Combine(host.WebRootPath, "order.html"), "text/html; charset=utf-8"));
    }
}
