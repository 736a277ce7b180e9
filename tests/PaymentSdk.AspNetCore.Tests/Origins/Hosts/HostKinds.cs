using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>The hosts that docs/spec/origins.md §1 and §4 name. The origin check must behave in the same way in each of them.</summary>
public static class HostKinds
{
    public static IReadOnlyList<HostKind> All { get; } = [.. Plain(), .. WithCors(), .. WithOtherMiddleware(), .. WithPaths(), .. ControllerHosts.All];

    private static IEnumerable<HostKind> Plain() =>
    [
        new("a plain host", app => app.MapShop()),
        new("routing called by hand", app =>
        {
            app.UseRouting();
            app.MapShop();
        }),
        new("the old style: UseRouting and UseEndpoints", app =>
        {
            app.UseRouting();
            app.UseAuthorization();
#pragma warning disable ASP0014 // The old style is the point of this host.
            app.UseEndpoints(endpoints => endpoints.MapShop());
#pragma warning restore ASP0014
        }, builder => builder.Services.AddAuthorization()),
        new("HTTP/2 in clear text", app => app.MapShop(), builder =>
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2))) { Http2 = true },
        new("groups in groups", app =>
        {
            var outer = app.MapGroup("/outer").RequireMerchantOrigin();
            var shop = outer.MapGroup("/inner").MapGroup("/api");
            shop.MapPost("/orders", ShopEndpoints.Take);
            shop.MapGet("/orders/{id}", ShopEndpoints.Show);
        }, Prefix: "/outer/inner"),
        new("each endpoint by itself", app =>
        {
            app.MapPost("/api/orders", ShopEndpoints.Take).RequireMerchantOrigin();
            app.MapGet("/api/orders/{id:int}", ShopEndpoints.Show).RequireMerchantOrigin();
        }),
        new("the attribute on lambdas", app =>
        {
            app.MapPost("/api/orders", [RequireMerchantOrigin] (context) => ShopEndpoints.Take(context).ExecuteAsync(context));
            app.MapGet("/api/orders/{id}", [RequireMerchantOrigin] (context) => ShopEndpoints.Show(context).ExecuteAsync(context));
        }),
        new("open endpoints on the same path", app =>
        {
            app.MapShop();
            app.MapDelete("/api/orders", () => "open");
            app.MapFallback(() => Results.NotFound());
        }),
    ];

    private static IEnumerable<HostKind> WithCors() =>
    [
        new("CORS for any origin", app =>
        {
            app.UseCors();
            app.MapShop();
        }, AnyOrigin),
        new("CORS for any origin by a named policy", app =>
        {
            app.UseCors("any");
            app.MapShop();
        }, AnyOrigin),
        new("CORS for any origin, with UseCors before UseRouting", app =>
        {
            app.UseCors();
            app.UseRouting();
            app.MapShop();
        }, AnyOrigin),
        new("CORS for any origin, and RequireCors on the protected endpoints", app =>
        {
            app.UseCors();
            app.MapShop().RequireCors("any");
        }, AnyOrigin),
        new("CORS for any origin, and DisableCors on the protected endpoints", app =>
        {
            app.UseCors();
            app.MapShop().WithMetadata(new DisableCorsAttribute());
        }, AnyOrigin),
        new("CORS for another origin", app =>
        {
            app.UseCors();
            app.MapShop();
        }, builder => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://evil.example").AllowAnyMethod().AllowAnyHeader().AllowCredentials()))),
        new("AddCors without UseCors", app => app.MapShop(), AnyOrigin),
    ];

    private static IEnumerable<HostKind> WithOtherMiddleware() =>
    [
        new("a fallback policy that requires every caller to be signed in", app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapShop().AllowAnonymous();
        }, SignedIn),
        new("an output cache for everything", app =>
        {
            app.UseOutputCache();
            app.MapShop();
        }, builder => builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache().Expire(TimeSpan.FromHours(1))))),
        new("an output cache on the protected endpoints", app =>
        {
            app.UseOutputCache();
            app.MapShop().CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1)));
        }, builder => builder.Services.AddOutputCache()),
        new("response caching", app =>
        {
            app.UseResponseCaching();
            app.MapShop();
        }, builder => builder.Services.AddResponseCaching()),
        new("antiforgery", app =>
        {
            app.UseAntiforgery();
            app.MapShop();
        }, builder => builder.Services.AddAntiforgery()),
        new("forwarded headers", app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
            app.MapShop();
        }),
        new("an exception handler path", app =>
        {
            app.UseExceptionHandler("/error");
            app.MapShop();
            app.Map("/error", () => Results.Problem());
        }),
        new("status code pages executed again, and CORS for any origin", app =>
        {
            app.UseStatusCodePagesWithReExecute("/error/{0}");
            app.UseCors();
            app.MapShop();
            app.Map("/error/{code}", () => Results.Text("an error page"));
        }, AnyOrigin),
        new("redirection to https", app =>
        {
            app.UseRouting();
            app.UseWhen(context => context.Request.Path.StartsWithSegments("/elsewhere"), branch => branch.UseHttpsRedirection());
            app.MapShop();
        }),
    ];

    private static IEnumerable<HostKind> WithPaths() =>
    [
        new("a path base", app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
            app.MapShop();
        }, Prefix: "/shop"),
        new("CORS for any origin before a path base", app =>
        {
            app.UseCors();
            app.UsePathBase("/shop");
            app.UseRouting();
            app.MapShop();
        }, AnyOrigin, "/shop"),
        new("CORS for any origin before a branch of its own", app =>
        {
            app.UseCors();
            app.Map("/branch", branch =>
            {
                branch.UseRouting();
                branch.UseEndpoints(endpoints => endpoints.MapShop());
            });
        }, AnyOrigin, "/branch"),
        new("CORS for any origin inside a branch of its own", app =>
            app.Map("/branch", branch =>
            {
                branch.UseRouting();
                branch.UseCors();
                branch.UseEndpoints(endpoints => endpoints.MapShop());
            }), AnyOrigin, "/branch"),
    ];

    public static void AnyOrigin(WebApplicationBuilder builder) => builder.Services.AddCors(cors =>
    {
        cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader());
        cors.AddPolicy("any", policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader());
    });

    public static void SignedIn(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication("anonymous").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, AnonymousHandler>("anonymous", _ => { });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
