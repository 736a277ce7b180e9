using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Finds out whether a path belongs to a gated endpoint where routing has not said so: <c>UseCors</c> stands before <c>UseRouting</c>,
/// or routing answered 405 because of the method.
/// </summary>
internal sealed class GatedPaths(EndpointDataSource endpoints)
{
    private volatile Known? _known;

    public bool Match(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint)
            return false;
        var known = _known is { Changed.HasChanged: false } current ? current : _known = Read();
        if (known.Gated.Length == 0)
            return false;
        var path = context.Request.Path;
        if (Matches(known.Gated, path))
            return true;
        // Under UsePathBase or in a Map branch routing will see a shorter path; unless the whole path is somebody else's.
        return context.GetEndpoint() is null && !Matches(known.Open, path) && MatchesShorter(known.Gated, path.Value);
    }

    private static bool MatchesShorter(TemplateMatcher[] gated, string? path)
    {
        for (var slash = path?.IndexOf('/', 1) ?? -1; slash > 0; slash = path!.IndexOf('/', slash + 1))
        {
            if (Matches(gated, path![slash..]))
                return true;
        }

        return false;
    }

    private static bool Matches(TemplateMatcher[] templates, PathString path)
    {
        foreach (var template in templates)
        {
            if (template.TryMatch(path, []))
                return true;
        }

        return false;
    }

    private Known Read()
    {
        var changed = endpoints.GetChangeToken();
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().ToLookup(endpoint => endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is not null);
        return new Known(changed, Templates(routes[true]), Templates(routes[false]));
    }

    private static TemplateMatcher[] Templates(IEnumerable<RouteEndpoint> routes) =>
        [.. routes.Select(route => new TemplateMatcher(new RouteTemplate(route.RoutePattern), new RouteValueDictionary(route.RoutePattern.Defaults)))];

    private sealed record Known(IChangeToken Changed, TemplateMatcher[] Gated, TemplateMatcher[] Open);
}
