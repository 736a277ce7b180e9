using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentSdk.AspNetCore.Checks;
using PaymentSdk.AspNetCore.Description;
using PaymentSdk.AspNetCore.Endpoints;
using PaymentSdk.AspNetCore.Hosting;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Window;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk;

/// <summary>Registers the merchant origins: the pages that may call the payment endpoints and open the payment window.</summary>
public static class MerchantOriginBuilderExtensions
{
    /// <summary>
    /// Registers merchant origins such as <c>https://myshop.com</c>, in addition to those of <c>Payment:MerchantOrigins</c>, which is reloaded
    /// while the host runs.
    /// </summary>
    /// <param name="builder">The registration to which the origins belong.</param>
    /// <param name="origins">The origins, exactly as browsers send them, or <c>https://*.myshop.com</c> for every subdomain. If none are
    /// given, only the origins in the configuration apply.</param>
    /// <remarks>
    /// The host does not start when one of the origins is invalid, and every problem is reported with what to write instead. Outside Development it
    /// does not start without any origin either, unless the registration has a source of origins. In Development the loopback addresses on which the
    /// host listens are registered automatically.
    /// </remarks>
    public static PaymentSdkBuilder AddMerchantOrigins(this PaymentSdkBuilder builder, params string[] origins)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(origins);
        builder.Registration().Add(origins);
        return builder;
    }

    /// <summary>Registers a source of merchant origins, e.g. a table. It is read at start, and again whenever its change token fires.</summary>
    public static PaymentSdkBuilder AddMerchantOrigins(this PaymentSdkBuilder builder, IMerchantOriginSource source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        builder.Registration().Sources.Add(_ => source);
        return builder;
    }

    /// <summary>Registers a source of merchant origins as a singleton that the host's service provider creates.</summary>
    public static PaymentSdkBuilder AddMerchantOrigins<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(this PaymentSdkBuilder builder)
        where TSource : class, IMerchantOriginSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TSource>();
        builder.Registration().Sources.Add(services => services.GetRequiredService<TSource>());
        return builder;
    }

    private static MerchantOriginRegistration Registration(this PaymentSdkBuilder builder)
    {
        var services = builder.Services;
        var known = services.Where(service => service.ServiceType == typeof(MerchantOriginRegistration))
            .Select(service => (MerchantOriginRegistration)service.ImplementationInstance!)
            .FirstOrDefault(registration => registration.Merchant == builder.Name);
        if (known is not null)
            return known;

        services.AddGate();
        var registration = PaymentRegistration.Find(services, builder.Name)!;
        var added = new MerchantOriginRegistration(registration);
        services.AddSingleton(added);
        services.AddSingleton<IValidateOptions<PaymentSdkOptions>>(new MerchantOriginOptionsValidator(added));
        services.AddSingleton(provider => Store(provider, added));
        HostChecks.Add(services, registration, added);
        return added;
    }

    private static MerchantOriginStore Store(IServiceProvider provider, MerchantOriginRegistration registration) => new(
        registration,
        provider.GetRequiredService<IOptionsFactory<PaymentSdkOptions>>(),
        registration.Sources.Select(make => make(provider)),
        provider.GetRequiredService<IHostEnvironment>().IsDevelopment(),
        provider.GetRequiredService<TimeProvider>(),
        new SafeLogger(provider.GetRequiredService<ILogger<MerchantOriginStore>>()));

    /// <summary>Adds the services that decide about origins, once for all registrations.</summary>
    private static void AddGate(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(MerchantOriginStores)))
            return;
        services.AddRouting();
        services.AddSingleton<MerchantOriginStores>();
        services.AddMetrics();
        services.AddSingleton<OriginMetrics>();
        services.AddSingleton<OriginRefusals>();
        services.AddSingleton<ProtectedPaths>();
        services.AddSingleton<MappedPayments>();
        DescriptionJson.Add(services);
        services.AddSingleton<ResponseCaches>();
        services.AddSingleton<ReturnAddress>();
        services.AddSingleton<IPostConfigureOptions<ResponseCachingOptions>>(provider => provider.GetRequiredService<ResponseCaches>());
        services.AddSingleton<MatcherPolicy, PreflightAcceptancePolicy>();
        services.AddSingleton<OriginGate>();
        services.AddSingleton<MatcherPolicy, MerchantOriginNodePolicy>();
        services.AddSingleton<MatcherPolicy, MerchantOriginPolicy>();
        services.AddHostedService<MerchantOriginStartup>();
        services.AddHostedService<ResultPageStartup>();
        services.AddSingleton<WindowHeaders>();
        services.AddSingleton<WindowUse>();
        services.AddSingleton<IStartupFilter, WindowStartupFilter>();
        services.DecorateCors();
    }

    /// <summary>
    /// Decorates the CORS service. <c>AddCors</c> may be called before or after, because it adds its service only if there is none yet.
    /// </summary>
    private static void DecorateCors(this IServiceCollection services)
    {
        var inner = services.LastOrDefault(service => service.ServiceType == typeof(ICorsService) && !service.IsKeyedService);
        services.AddSingleton<ICorsService>(provider => new ProtectedCorsService(Inner(provider, inner), provider.GetRequiredService<ProtectedPaths>()));
    }

    private static ICorsService Inner(IServiceProvider provider, ServiceDescriptor? inner) => inner switch
    {
        { ImplementationInstance: ICorsService instance } => instance,
        { ImplementationFactory: { } factory } => (ICorsService)factory(provider),
        { ImplementationType: { } type } => (ICorsService)ActivatorUtilities.CreateInstance(provider, type),
        _ => new CorsService(provider.GetRequiredService<IOptions<CorsOptions>>(), provider.GetRequiredService<ILoggerFactory>()),
    };
}
