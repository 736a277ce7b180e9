using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Finds out whether a path belongs to a protected endpoint when routing has not decided this, because <c>UseCors</c> is before <c>UseRouting</c> or
/// routing answered with 405 for the method.
/// </summary>
internal sealed class ProtectedPaths(EndpointDataSource endpoints)
{
    /// <summary>The maximum number of segments that a path base or a branch may have. The limit keeps a path of a thousand slashes cheap.</summary>
    private const int DeepestPathBase = 8;

    private volatile PathTable? _known;

    public bool Match(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint)
            return false;
        var known = _known is { Changed.HasChanged: false } current ? current : _known = Read();
        if (known.Protected.IsEmpty)
            return false;
        var path = context.Request.Path;
        if (known.Protected.Claims(path, known.Open))
            return true;
        // Under UsePathBase or in a Map branch routing will see a shorter path, unless the whole path belongs to another endpoint.
        return context.GetEndpoint() is null && known.Open.Match(path) is null && ClaimsShorter(known, path.Value);
    }

    private static bool ClaimsShorter(PathTable known, string? path)
    {
        var slash = 0;
        for (var taken = 0; taken < DeepestPathBase; taken++)
        {
            slash = path?.IndexOf('/', slash + 1) ?? -1;
            if (slash < 0)
                return false;
            if (known.Protected.Claims(path![slash..], known.Open))
                return true;
        }

        return false;
    }

    private PathTable Read()
    {
        var changed = endpoints.GetChangeToken();
        var routes = endpoints.Endpoints.OfType<RouteEndpoint>().ToLookup(endpoint => endpoint.Metadata.GetMetadata<IMerchantOriginMetadata>() is not null);
        return new PathTable(changed, new RouteTemplates(routes[true]), new RouteTemplates(routes[false]));
    }

    private sealed record PathTable(IChangeToken Changed, RouteTemplates Protected, RouteTemplates Open);
}

/// <summary>Route templates in the order in which routing ranks them, the most specific first.</summary>
internal sealed class RouteTemplates(IEnumerable<RouteEndpoint> routes)
{
    private readonly (decimal Precedence, TemplateMatcher Matcher)[] _templates =
    [
        .. routes
            .Select(route => (route.RoutePattern.InboundPrecedence, new TemplateMatcher(new RouteTemplate(route.RoutePattern), new RouteValueDictionary(route.RoutePattern.Defaults))))
            .OrderBy(template => template.InboundPrecedence),
    ];

    public bool IsEmpty => _templates.Length == 0;

    /// <summary>Returns the precedence of the most specific template that matches; null if there is none.</summary>
    public decimal? Match(PathString path)
    {
        foreach (var (precedence, matcher) in _templates)
        {
            if (matcher.TryMatch(path, []))
                return precedence;
        }

        return null;
    }

    /// <summary>
    /// Returns true if the path belongs to these templates rather than to the others. If two templates are equal, it belongs to these, because such
    /// templates differ by method only.
    /// </summary>
    public bool Claims(PathString path, RouteTemplates others) =>
        Match(path) is { } own && (others.Match(path) is not { } other || own <= other);
}
