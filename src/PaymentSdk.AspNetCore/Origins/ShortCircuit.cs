using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Creates endpoints that routing executes itself, so that nothing after routing runs.</summary>
internal static class ShortCircuit
{
    private static readonly EndpointMetadataCollection Metadata = MetadataOfShortCircuit();

    public static Endpoint Endpoint(RequestDelegate answer, string name) => new(
        context =>
        {
            // If a cache before routing stored a refusal, it would also serve it to a registered page.
            MerchantOriginGuard.KeepOutOfOutputCache(context);
            return answer(context);
        },
        Metadata,
        name);

    /// <summary>
    /// Returns the metadata that short-circuits routing. The marker is internal to the framework, and only its ShortCircuit convention can add it.
    /// </summary>
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
