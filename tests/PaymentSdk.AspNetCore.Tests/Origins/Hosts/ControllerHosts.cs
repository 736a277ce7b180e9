using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>Hosts whose protected endpoints are controllers.</summary>
public static class ControllerHosts
{
    public static IReadOnlyList<HostKind> All { get; } =
    [
        new("controllers with the attribute", app => app.MapControllers(), With<MarkedController>),
        new("controllers with the attribute, and CORS for any origin", app =>
        {
            app.UseCors();
            app.MapControllers();
        }, builder =>
        {
            With<MarkedController>(builder);
            HostKinds.AnyOrigin(builder);
        }),
        new("actions with the attribute", app => app.MapControllers(), With<MarkedActionsController>),
        new("controllers by MapControllers().RequireMerchantOrigin()", app => app.MapControllers().RequireMerchantOrigin(), With<OpenController>),
        new("response caching before routing, and actions that want to be cached", app =>
        {
            app.UseResponseCaching();
            app.UseRouting();
            app.MapControllers();
        }, builder =>
        {
            With<CachedController>(builder);
            builder.Services.AddResponseCaching();
        }),
        new("response caching after routing, and actions that want to be cached", app =>
        {
            app.UseRouting();
            app.UseResponseCaching();
            app.MapControllers();
        }, builder =>
        {
            builder.Services.AddResponseCaching();
            With<CachedController>(builder);
        }),
        new("controllers that say EnableCors, and CORS for any origin", app =>
        {
            app.UseCors();
            app.MapControllers();
        }, builder =>
        {
            With<EnabledController>(builder);
            HostKinds.AnyOrigin(builder);
        }),
    ];

    private static void With<TController>(WebApplicationBuilder builder) => builder.Services.AddControllers()
        .ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(TController).Assembly));
            parts.FeatureProviders.Clear();
            parts.FeatureProviders.Add(new Only<TController>());
        });

    private sealed class Only<TController> : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(TController)));
    }

    [ApiController]
    [Route("/api/orders")]
    [RequireMerchantOrigin]
    public sealed class MarkedController(HandledRequests handled) : ControllerBase
    {
        [HttpPost]
        public string Take() => Count(handled, "taken");

        [HttpGet("{id}")]
        public string Show(string id) => Count(handled, $"shown {id}");
    }

    [ApiController]
    [Route("/api/orders")]
    public sealed class MarkedActionsController(HandledRequests handled) : ControllerBase
    {
        [HttpPost]
        [RequireMerchantOrigin]
        public string Take() => Count(handled, "taken");

        [HttpGet("{id}")]
        [RequireMerchantOrigin]
        public string Show(string id) => Count(handled, $"shown {id}");
    }

    [ApiController]
    [Route("/api/orders")]
    public sealed class OpenController(HandledRequests handled) : ControllerBase
    {
        [HttpPost]
        public string Take() => Count(handled, "taken");

        [HttpGet("{id}")]
        public string Show(string id) => Count(handled, $"shown {id}");
    }

    [ApiController]
    [Route("/api/orders")]
    [EnableCors("any")]
    [RequireMerchantOrigin]
    public sealed class EnabledController(HandledRequests handled) : ControllerBase
    {
        [HttpPost]
        public string Take() => Count(handled, "taken");

        [HttpGet("{id}")]
        public string Show(string id) => Count(handled, $"shown {id}");
    }

    [ApiController]
    [Route("/api/orders")]
    [RequireMerchantOrigin]
    [ResponseCache(Duration = 3600)]
    public sealed class CachedController(HandledRequests handled) : ControllerBase
    {
        [HttpPost]
        public string Take() => Count(handled, "taken");

        [HttpGet("{id}")]
        public string Show(string id) => Count(handled, $"shown {id}");
    }

    private static string Count(HandledRequests handled, string answer)
    {
        handled.Add();
        return answer;
    }
}
