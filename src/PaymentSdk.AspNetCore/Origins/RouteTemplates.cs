using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Route templates, the most specific first, as routing itself ranks them.</summary>
internal sealed class RouteTemplates(IEnumerable<RouteEndpoint> routes)
{
    private readonly (decimal Precedence, TemplateMatcher Matcher)[] _templates =
    [
        .. routes
            .Select(route => (route.RoutePattern.InboundPrecedence, new TemplateMatcher(new RouteTemplate(route.RoutePattern), new RouteValueDictionary(route.RoutePattern.Defaults))))
            .OrderBy(template => template.InboundPrecedence),
    ];

    public bool IsEmpty => _templates.Length == 0;

    /// <summary>The precedence of the most specific template that fits; null when none does.</summary>
    public decimal? Match(PathString path)
    {
        foreach (var (precedence, matcher) in _templates)
        {
            if (matcher.TryMatch(path, []))
                return precedence;
        }

        return null;
    }

    /// <summary>Whether the path is one of these rather than one of the others. Of equals it is: they differ by method only.</summary>
    public bool Claims(PathString path, RouteTemplates others) =>
        Match(path) is { } own && (others.Match(path) is not { } other || own <= other);
}
