using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using PaymentSdk;

namespace StartShop.Recipes;

/// <summary>The lines that a recipe adds to the program or puts in the place of others.</summary>
internal static class Registrations
{
    public static void Migrating(WebApplicationBuilder builder, string connection)
    {
        builder.Services
            .AddPaymentSdk()
            .AddMerchantOrigins()
            .AddEntityFrameworkLedger(db => db.UseSqlite(connection), ledger => ledger.MigrateAtStart = true);
    }

    public static void Handling(WebApplicationBuilder builder)
    {
        builder.Services
            .AddPaymentSdk()
            .AddOrderEventHandler<Shipping>()
            .AddNeedsAttentionHandler<Pager>()
            .AddWebhookEventHandler<DeletedCards>();
    }

    public static void OwnContext(WebApplicationBuilder builder, string connection)
    {
        builder.Services.AddDbContext<ShopContext>(db => db.UseNpgsql(connection));
        builder.Services
            .AddPaymentSdk()
            .AddMerchantOrigins()
            .AddEntityFrameworkLedger<ShopContext>();
    }

    public static void PostgreSql(WebApplicationBuilder builder)
    {
        builder.Services
            .AddPaymentSdk()
            .AddMerchantOrigins()
            .AddEntityFrameworkLedger(db => db.UseNpgsql(builder.Configuration.GetConnectionString("Ledger")));
    }

    public static void Mvc(WebApplicationBuilder builder)
    {
        builder.Services.AddControllers();
    }

    public static void SeveralMerchants(WebApplicationBuilder builder, string connection)
    {
        foreach (var merchant in new[] { "books", "music" })       // sections "Payment:books" and "Payment:music"
        {
            builder.Services
                .AddPaymentSdk(merchant)
                .AddMerchantOrigins()
                .AddEntityFrameworkLedger(db => db.UseSqlite(connection));
            builder.Services.AddHealthChecks().AddPaymentSdk(merchant);
        }
    }

    public static void SeveralMerchants(WebApplication app)
    {
        app.MapPayments("/books/payments", merchant: "books");
        app.MapPayments("/music/payments", merchant: "music");
        app.MapPost("/books/orders", ([FromKeyedServices("books")] ICheckout checkout) => OpenBookAsync(checkout)).RequireMerchantOrigin("books");
    }

    public static void Operators(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorization(options => options.AddPolicy("operators", policy => policy.RequireRole("operator")));
    }

    public static void Operators(WebApplication app)
    {
        app.MapPaymentOperator().RequireAuthorization("operators");    // the page is at /operator
    }

    public static void Proxy(WebApplicationBuilder builder)
    {
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            headers.AllowedHosts = ["myshop.com"];
            headers.KnownProxies.Add(System.Net.IPAddress.Parse("10.0.0.10"));   // your proxy's address
        });
    }

    public static void Proxy(WebApplication app)
    {
        app.UseForwardedHeaders();                 // the first line after Build()
    }

    private static Task<OpenOutcome> OpenBookAsync(ICheckout checkout) =>
        checkout.OpenAsync(new NewPurchase { Amount = Money.Krw(12_000), OrderName = "책 한 권" });
}
