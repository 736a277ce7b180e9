using Microsoft.AspNetCore.Builder;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>One way to build a host around protected endpoints.</summary>
/// <param name="Name">The special feature of the host.</param>
/// <param name="Pipeline">Its middleware and endpoints.</param>
/// <param name="Services">Its services, in addition to those of the SDK.</param>
/// <param name="Prefix">The path in front of <c>/api/orders</c>.</param>
public sealed record HostKind(string Name, Action<WebApplication> Pipeline, Action<WebApplicationBuilder>? Services = null, string Prefix = "")
{
    public bool Http2 { get; init; }

    public Task<ProtectedHost> StartAsync() => ProtectedHost.StartAsync(Pipeline, Services);

    public override string ToString() => Name;
}
