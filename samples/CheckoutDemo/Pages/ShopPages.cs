using PaymentSdk;

namespace CheckoutDemo.Pages;

/// <summary>The pages of the shop: plain files of <c>wwwroot</c>, and one page for every order.</summary>
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
        // Always asked again, and answered with 304 while unchanged: a page never runs with yesterday's script.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.MapGet("/orders/{orderId}", (IWebHostEnvironment host) => TypedResults.PhysicalFile(Path.Combine(host.WebRootPath, "order.html"), "text/html; charset=utf-8"));
    }
}
