using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Separates what a host sets for every HTTP client (<c>ConfigureHttpClientDefaults</c>, filters, its own factory) from what is set on the
/// payment client. The defaults are run once on a handler builder that sends nothing, to find out what they would add.
/// </summary>
internal sealed class HttpDefaults
{
    /// <summary>The name of a client that does not exist. A configuration that changes it applies to every client.</summary>
    private const string AnyClient = "PaymentSdk:any-client";

    private const string Framework = "Microsoft.Extensions.Http";

    private readonly List<LeftOutDefault> _leftOut = [];

    /// <summary>The configurations of the payment client.</summary>
    public required IReadOnlyList<IConfigureOptions<HttpClientFactoryOptions>> Own { get; init; }

    /// <summary>The post-configurations of the payment client.</summary>
    public required IReadOnlyList<IPostConfigureOptions<HttpClientFactoryOptions>> OwnPost { get; init; }

    /// <summary>The defaults that the payment client does not use.</summary>
    public IReadOnlyList<LeftOutDefault> LeftOut => _leftOut;

    /// <summary>The primary handler that the host sets for every client, as a text; null when it sets none.</summary>
    public string? PrimaryHandler { get; private set; }

    /// <summary>
    /// Whether the payment client sets or changes its own primary handler. Determined only when the host sets one for every client.
    /// </summary>
    public bool OwnPrimaryHandler { get; private set; }

    public static HttpDefaults Read(IServiceProvider host, PaymentRegistration registration)
    {
        var configured = host.GetServices<IConfigureOptions<HttpClientFactoryOptions>>().ToLookup(IsForEveryClient);
        var postConfigured = host.GetServices<IPostConfigureOptions<HttpClientFactoryOptions>>().ToLookup(IsForEveryClient);
        var defaults = new HttpDefaults { Own = [.. configured[false]], OwnPost = [.. postConfigured[false]] };
        using var scope = host.CreateScope();
        defaults.ReadOptions(scope.ServiceProvider, Compile([.. configured[true]], [.. postConfigured[true]], AnyClient));
        defaults.ReadFilters(scope.ServiceProvider);
        defaults.ReadServices(host);
        if (defaults.PrimaryHandler is not null)
            defaults.ReadOwn(scope.ServiceProvider, registration);
        return defaults;
    }

    private static bool IsForEveryClient(IConfigureOptions<HttpClientFactoryOptions> configure) => configure switch
    {
        ConfigureNamedOptions<HttpClientFactoryOptions> named => named.Name is null,
        IConfigureNamedOptions<HttpClientFactoryOptions> named => Changes(options => named.Configure(AnyClient, options)),
        // An unnamed configuration applies only to the client without a name, so the payment client does not use it.
        _ => true,
    };

    private static bool IsForEveryClient(IPostConfigureOptions<HttpClientFactoryOptions> configure) => configure switch
    {
        PostConfigureOptions<HttpClientFactoryOptions> named => named.Name is null,
        _ => Changes(options => configure.PostConfigure(AnyClient, options)),
    };

    private static bool Changes(Action<HttpClientFactoryOptions> configure)
    {
        var (options, untouched) = (new HttpClientFactoryOptions(), new HttpClientFactoryOptions());
        configure(options);
        return options.HttpMessageHandlerBuilderActions.Count > 0
            || options.HttpClientActions.Count > 0
            || options.HandlerLifetime != untouched.HandlerLifetime
            || options.SuppressHandlerScope != untouched.SuppressHandlerScope;
    }

    private static HttpClientFactoryOptions Compile(
        IEnumerable<IConfigureOptions<HttpClientFactoryOptions>> configure, IEnumerable<IPostConfigureOptions<HttpClientFactoryOptions>> postConfigure, string name) =>
        new OptionsFactory<HttpClientFactoryOptions>(configure, postConfigure, []).Create(name);

    private void ReadOptions(IServiceProvider services, HttpClientFactoryOptions options)
    {
        foreach (var action in options.HttpMessageHandlerBuilderActions)
            Add(services, "ConfigureHttpClientDefaults", action);
        if (options.HttpClientActions.Count > 0)
            Add(DefaultClient.Read(options.HttpClientActions));
    }

    private void ReadFilters(IServiceProvider services)
    {
        foreach (var filter in services.GetServices<IHttpMessageHandlerBuilderFilter>().Where(filter => !IsFramework(filter)))
        {
            var name = $"the filter {TypeName.Of(filter)}";
            Add(new(name, ".HttpClient.ConfigureAdditionalHttpMessageHandlers((handlers, services) => …)", LeftOutDefault.IsUsualType(filter.GetType())));
            Add(services, name, filter.Configure(_ => { }));
        }
    }

    private void ReadServices(IServiceProvider host)
    {
        if (host.GetService<IHttpClientFactory>() is { } factory && !IsFramework(factory))
            AddPrimary($"IHttpClientFactory is a {TypeName.Of(factory)}");
        if (host.GetService<HttpMessageHandlerBuilder>() is { } builder && !IsFramework(builder))
            AddPrimary($"HttpMessageHandlerBuilder is a {TypeName.Of(builder)}");
    }

    private void ReadOwn(IServiceProvider services, PaymentRegistration registration)
    {
        using var probe = new HandlerProbe(services, registration.HttpClientName);
        foreach (var action in Compile(Own, OwnPost, registration.HttpClientName).HttpMessageHandlerBuilderActions)
            action(probe);
        OwnPrimaryHandler = probe.PrimaryWasUsed;
    }

    private void Add(IServiceProvider services, string source, Action<HttpMessageHandlerBuilder> action)
    {
        using var probe = new HandlerProbe(services, AnyClient);
        try
        {
            action(probe);
        }
#pragma warning disable CA1031 // A default of the host that throws while it is examined must not stop the payment client.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Add(new($"a handler of {source} that could not be created ({failure.GetType().Name}: {failure.Message})", ".HttpClient.AddHttpMessageHandler(…)", IsUsual: false));
        }

        foreach (var handler in probe.AdditionalHandlers)
            Add(LeftOutDefault.Of(handler));
        if (probe.Primary() is { } primary)
            AddPrimary($"{source}: {primary}");
    }

    private void AddPrimary(string primary)
    {
        PrimaryHandler = PrimaryHandler is null ? primary : $"{PrimaryHandler}; {primary}";
        Add(new($"the primary handler ({primary})", ".HttpClient.ConfigurePrimaryHttpMessageHandler(…)", IsUsual: false));
    }

    private void Add(LeftOutDefault leftOut)
    {
        if (!_leftOut.Contains(leftOut))
            _leftOut.Add(leftOut);
    }

    private static bool IsFramework(object service) => service.GetType().Assembly.GetName().Name == Framework;
}

/// <summary>Describes what a host sets on every <see cref="HttpClient"/>. Header values are not shown because they may be secrets.</summary>
internal static class DefaultClient
{
    public static LeftOutDefault Read(IEnumerable<Action<HttpClient>> actions)
    {
        const string line = ".HttpClient.ConfigureHttpClient(http => …)";
        using var untouched = new HttpClient();
        using var client = new HttpClient();
        try
        {
            foreach (var action in actions)
                action(client);
        }
#pragma warning disable CA1031 // A default of the host that throws while it is examined must not stop the payment client.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new($"settings of every HttpClient that could not be created ({failure.GetType().Name}: {failure.Message})", line, IsUsual: false);
        }

        var changed = client.DefaultRequestHeaders.Select(header => $"the header {header.Key}").ToList();
        if (client.Timeout != untouched.Timeout)
            changed.Add(string.Create(CultureInfo.InvariantCulture, $"Timeout {client.Timeout:c}"));
        if (client.BaseAddress is not null)
            changed.Add("BaseAddress");
        if (client.DefaultRequestVersion != untouched.DefaultRequestVersion || client.DefaultVersionPolicy != untouched.DefaultVersionPolicy)
            changed.Add($"HTTP version {client.DefaultRequestVersion}");
        if (client.MaxResponseContentBufferSize != untouched.MaxResponseContentBufferSize)
            changed.Add("MaxResponseContentBufferSize");
        return new($"settings of every HttpClient ({(changed.Count == 0 ? "nothing visible" : string.Join(", ", changed))})", line, IsUsual: false);
    }
}

/// <summary>
/// Creates the HTTP client of each registration when the host starts. If a handler cannot be created, or the shop has not decided about a primary
/// handler, the host does not start, so that no payment fails later.
/// </summary>
internal sealed class HttpDefaultsCheck(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var client in services.GetServices<PaymentHttpClients>())
            client.Create().Dispose();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
