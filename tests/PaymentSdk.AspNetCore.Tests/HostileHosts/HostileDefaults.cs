using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;
using Polly.Telemetry;

namespace PaymentSdk.AspNetCore.Tests.HostileHosts;

/// <summary>One default that a host sets for all of its own code.</summary>
/// <param name="Name">The effect of the default.</param>
/// <param name="Services">The services that set it; null when there are none.</param>
/// <param name="Pipeline">The middleware in front of the endpoints; null when there is none.</param>
public sealed record HostileDefault(string Name, Action<WebApplicationBuilder>? Services = null, Action<WebApplication>? Pipeline = null)
{
    public static IReadOnlyList<HostileDefault> All { get; } = [.. Http(), .. Json(), .. Middleware(), .. Hosting()];

    private static IEnumerable<HostileDefault> Http() =>
    [
        new("every HTTP call needs a current request", Client(client => client.AddHttpMessageHandler(() => new NeedsRequest()))),
        new("every HTTP call carries the host's headers", Client(client => client.ConfigureHttpClient(http =>
        {
            http.DefaultRequestHeaders.Add("Cookie", "session=of-somebody");
            http.DefaultRequestHeaders.Add("TossPayments-Test-Code", "REJECT_CARD_PAYMENT");
            http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
            http.DefaultRequestHeaders.Add("Accept-Language", "xx");
            http.DefaultRequestHeaders.Add("Authorization", "Bearer of-another-api");
        }))),
        new("every HTTP call ends after a millisecond", Client(client => client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(1)))),
        new("every HTTP call goes to another address and reads ten bytes", Client(client => client.ConfigureHttpClient(http =>
        {
            http.BaseAddress = new Uri("http://other.invalid/");
            http.MaxResponseContentBufferSize = 10;
            http.DefaultRequestVersion = HttpVersion.Version20;
        }))),
        new("every HTTP call is sent again by itself", Client(client => client.AddStandardResilienceHandler())),
        new("every HTTP call is hedged", Client(client => client.AddStandardHedgingHandler())),
        new("every HTTP call goes through a proxy that does not exist, follows redirects and keeps cookies", Client(client => client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            Proxy = new WebProxy("http://proxy.invalid:3128"),
            AllowAutoRedirect = true,
            UseCookies = true,
            AutomaticDecompression = DecompressionMethods.All,
        }))),
        new("a listener of every pipeline throws", builder => builder.Services.Configure<TelemetryOptions>(options =>
        {
            options.TelemetryListeners.Add(new Throws());
            options.ResultFormatter = (_, _) => throw new InvalidOperationException("The result formatter failed.");
            options.SeverityProvider = _ => throw new InvalidOperationException("The severity provider failed.");
            options.MeteringEnrichers.Add(new ThrowsToo());
        })),
        new("a filter puts a handler on every HTTP call", builder => builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new AddsHandler())),
    ];

    private static IEnumerable<HostileDefault> Json() =>
    [
        new("JSON of minimal endpoints in another style", builder => builder.Services.ConfigureHttpJsonOptions(json => Restyle(json.SerializerOptions))),
        new("JSON of controllers in another style", builder => builder.Services.Configure<JsonOptions>(json => Restyle(json.JsonSerializerOptions))),
        new("numbers and dates as they are written in Türkiye", builder => builder.Services.Configure<RequestLocalizationOptions>(options => options.DefaultRequestCulture = new RequestCulture("tr-TR")), app => app.UseRequestLocalization()),
    ];

    private static IEnumerable<HostileDefault> Middleware() =>
    [
        new("exceptions are handled by a page", Pipeline: app => app.UseExceptionHandler("/error")),
        new("refusals are executed again as pages", Pipeline: app => app.UseStatusCodePagesWithReExecute("/error")),
        new("every answer is compressed", builder => builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/problem+json", "text/html"];
        }), app => app.UseResponseCompression()),
        new("bodies are logged", builder => builder.Services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.All), app => app.UseHttpLogging()),
        new("all forwarded headers are trusted", Pipeline: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All })),
        new("answers are cached before routing", builder => builder.Services.AddResponseCaching(), app => app.UseResponseCaching()),
        new("routing is called by hand", Pipeline: app => app.UseRouting()),
        new("any origin may call", HostKinds.AnyOrigin, app => app.UseCors()),
        new("every answer is kept for an hour", builder => builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache().Expire(TimeSpan.FromHours(1)))), app => app.UseOutputCache()),
        new("every request ends after two seconds", builder => builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(2) }), app => app.UseRequestTimeouts()),
        new("everybody must be signed in", HostKinds.SignedIn, app => app.UseAuthentication().UseAuthorization()),
        new("every form needs a token", builder => builder.Services.AddAntiforgery(), app => app.UseAntiforgery()),
        new("cookies need consent", Pipeline: app => app.UseCookiePolicy(new CookiePolicyOptions { CheckConsentNeeded = _ => true, MinimumSameSitePolicy = SameSiteMode.Strict })),
        new("addresses in lower case with a slash at the end", builder => builder.Services.Configure<RouteOptions>(options => (options.LowercaseUrls, options.AppendTrailingSlash) = (true, true))),
    ];

    private static IEnumerable<HostileDefault> Hosting() =>
    [
        new("the log of payments cannot be written", builder => builder.Logging.AddProvider(new FullDisk())),
        new("small requests only", builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024)),
        new("services start and stop concurrently, and one that fails stops the host", builder => builder.Services.Configure<HostOptions>(options =>
        {
            options.ServicesStartConcurrently = options.ServicesStopConcurrently = true;
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost;
        })),
        new("services are validated", builder => builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true)),
    ];

    /// <summary>Applies options to a database context, as a host does for all of its contexts, including that of the ledger.</summary>
    public static DbContextOptionsBuilder Alter(DbContextOptionsBuilder database) => database
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTrackingWithIdentityResolution)
        .EnableSensitiveDataLogging()
        .EnableDetailedErrors()
        .EnableThreadSafetyChecks(false)
        .ReplaceService<IModelCustomizer, Renames>()
        .AddInterceptors(new RefusesToSave())
        .ConfigureWarnings(warnings => warnings.Default(WarningBehavior.Throw));

    private static Action<WebApplicationBuilder> Client(Action<IHttpClientBuilder> configure) =>
        builder => builder.Services.ConfigureHttpClientDefaults(configure);

    private static void Restyle(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
        options.NumberHandling = JsonNumberHandling.WriteAsString;
        options.ReferenceHandler = ReferenceHandler.Preserve;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.Converters.Add(new Refuses());
    }

    private sealed class Renames(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var table in modelBuilder.Model.GetEntityTypes())
            {
                table.SetTableName($"shop_{table.GetTableName()}");
                foreach (var text in table.GetProperties().Where(property => property.ClrType == typeof(string)))
                    text.SetMaxLength(8);
            }
        }
    }

    private sealed class RefusesToSave : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Only audited entities are saved.");
    }

    private sealed class NeedsRequest : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("There is no current request.");
    }

    private sealed class AddsHandler : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Insert(0, new NeedsRequest());
        };
    }

    private sealed class Throws : TelemetryListener
    {
        public override void Write<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args) => throw new InvalidOperationException("The telemetry listener failed.");
    }

    private sealed class ThrowsToo : MeteringEnricher
    {
        public override void Enrich<TResult, TArgs>(in EnrichmentContext<TResult, TArgs> context) => throw new InvalidOperationException("The enricher failed.");
    }

    /// <summary>A log that fails for payments only, because a failing log of the host would end the host's own requests.</summary>
    private sealed class FullDisk : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("PaymentSdk", StringComparison.Ordinal) && !categoryName.Contains(".Tests.", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new IOException("No space left on device.");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("No space left on device.");

        public void Dispose()
        {
        }
    }

    private sealed class Refuses : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException("The converter of amounts failed.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue("hidden");
    }
}
