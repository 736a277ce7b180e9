using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Sandbox.Http;

/// <summary>Marks the gateway's pages, and refuses requests for them under a foreign host name before the request is read.</summary>
internal static class OwnNamesExtensions
{
    public static TBuilder RequireOwnName<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder => pages.WithMetadata(new OwnNameMetadata());

    public static void UseOwnNames(this IApplicationBuilder app)
    {
        var names = app.ApplicationServices.GetRequiredService<OwnNames>();
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<OwnNameMetadata>() is null || names.Accept(context)
            ? next(context)
            : RefuseAsync(context));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(
            "The windows of this sandbox are not available under this host name. Open them at localhost, or start the sandbox with "
            + "--public-address and the address at which browsers reach it (PublicAddress in code).",
            context.RequestAborted);
    }

    private sealed class OwnNameMetadata;
}
