using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Tests.Values;

/// <summary>
/// A host in which every value type is a parameter of minimal endpoints and of actions, from route, query, header, form and body.
/// </summary>
public sealed class ValueHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ValueHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<ValueHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddControllers(mvc => mvc.Conventions.Add(new RouteByType())).ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Clear();
            parts.FeatureProviders.Add(new Actions());
        });
        var app = builder.Build();
        foreach (var type in ValueSamples.Types)
            typeof(ValueHost).GetMethod(nameof(Map), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [app]);
        app.MapControllers();
        await app.StartAsync();
        return new ValueHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Map<T>(WebApplication app)
        where T : struct
    {
        var name = typeof(T).Name;
        app.MapGet($"/minimal/{name}/route/{{value}}", (T value) => Text(value));
        app.MapGet($"/minimal/{name}/query", (T value) => Text(value));
        app.MapGet($"/minimal/{name}/maybe", (T? value) => value is { } known ? Text(known) : "absent");
        app.MapGet($"/minimal/{name}/list", ([FromQuery(Name = "value")] T[] values) => string.Join(',', values.Select(Text)));
        app.MapGet($"/minimal/{name}/header", ([FromHeader(Name = "X-Value")] T value) => Text(value));
        app.MapPost($"/minimal/{name}/form", ([FromForm] T value) => Text(value)).DisableAntiforgery();
        app.MapPost($"/minimal/{name}/body", (Body<T> body) => Results.Json(body));
    }

    private static string Text<T>(T value)
        where T : struct => System.ComponentModel.TypeDescriptor.GetConverter(typeof(T)).ConvertToInvariantString(value)!;

    public sealed record Body<T>(T Value, T? Maybe, Dictionary<string, T> Named)
        where T : struct;

    public sealed class ValueController<T> : ControllerBase
        where T : struct
    {
        [HttpGet("route/{value}")]
        public IActionResult Route(T value) => Answer(value);

        [HttpGet("query")]
        public IActionResult Query([FromQuery] T value) => Answer(value);

        [HttpPost("form")]
        public IActionResult Form([FromForm] T value) => Answer(value);

        [HttpPost("body")]
        public IActionResult Read([FromBody] Body<T> body) => new JsonResult(body);

        private IActionResult Answer(T value) => ModelState.IsValid ? Content(Text(value)) : BadRequest();
    }

    private sealed class Actions : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            foreach (var type in ValueSamples.Types)
                feature.Controllers.Add(typeof(ValueController<>).MakeGenericType(type).GetTypeInfo());
        }
    }

    private sealed class RouteByType : IControllerModelConvention
    {
        public void Apply(ControllerModel controller)
        {
            var route = new AttributeRouteModel { Template = $"mvc/{controller.ControllerType.GenericTypeArguments[0].Name}" };
            foreach (var selector in controller.Selectors)
                selector.AttributeRouteModel = route;
        }
    }
}
