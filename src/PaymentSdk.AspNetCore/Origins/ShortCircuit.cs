using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Makes endpoints that routing executes itself, without anything that comes after routing.</summary>
internal static class ShortCircuit
{
    private static readonly EndpointMetadataCollection Metadata = MetadataOfShortCircuit();

    public static Endpoint Endpoint(RequestDelegate answer, string name) => new(
        context =>
        {
            // A refusal that a cache before routing kept would be the answer to a registered page, too.
            MerchantOriginGuard.KeepOutOfOutputCache(context);
            return answer(context);
        },
        Metadata,
        name);

    /// <summary>The marker is the framework's own secret: only its ShortCircuit convention can add it.</summary>
    private static EndpointMetadataCollection MetadataOfShortCircuit()
    {
        var builder = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/"), 0);
        new Conventions(builder).ShortCircuit();
        return new EndpointMetadataCollection(builder.Metadata);
    }

    private sealed class Conventions(EndpointBuilder endpoint) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => convention(endpoint);
    }
}
