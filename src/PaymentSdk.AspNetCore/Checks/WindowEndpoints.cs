using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Window;
using PaymentSdk.Doctor;

namespace PaymentSdk.AspNetCore.Checks;

/// <summary>The endpoints that call <c>WithPaymentWindow</c>. A host that routes is asked itself: its services know them only once it has started.</summary>
internal static class WindowEndpoints
{
    /// <summary>How many there are for a registration.</summary>
    public static int Count(CheckedRegistration registration) => Sources(registration.Services)
        .SelectMany(source => source.Endpoints)
        .Distinct()
        .Count(endpoint => endpoint.Metadata.GetMetadata<WindowPage>()?.Merchant == registration.Registration.Name);

    private static IEnumerable<EndpointDataSource> Sources(IServiceProvider services)
    {
        var ofHost = services.GetRequiredService<ExaminedHost>().Host is IEndpointRouteBuilder routes ? routes.DataSources : [];
        return services.GetService<EndpointDataSource>() is { } started ? ofHost.Append(started) : ofHost;
    }
}
