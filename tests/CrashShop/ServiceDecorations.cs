using Microsoft.Extensions.DependencyInjection;

namespace CrashShop;

internal static class ServiceDecorations
{
    /// <summary>Wraps the keyed service of the default registration.</summary>
    public static void Decorate<TService>(this IServiceCollection services, Func<TService, TService> wrap)
        where TService : class
    {
        var original = services.Last(service => service.ServiceType == typeof(TService) && Equals(service.ServiceKey, ""));
        services.Remove(original);
        services.AddKeyedSingleton("", (provider, key) => wrap((TService)(
            original.KeyedImplementationInstance
            ?? original.KeyedImplementationFactory?.Invoke(provider, key)
            ?? ActivatorUtilities.CreateInstance(provider, original.KeyedImplementationType!))));
    }
}
