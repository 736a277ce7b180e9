using Microsoft.AspNetCore.Builder;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>One way to build a host around gated endpoints.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Pipeline">Its middleware and endpoints.</param>
/// <param name="Services">Its services, before or besides those of the SDK.</param>
/// <param name="Prefix">What stands before <c>/api/orders</c> in its addresses.</param>
public sealed record HostKind(string Name, Action<WebApplication> Pipeline, Action<WebApplicationBuilder>? Services = null, string Prefix = "")
{
    public bool Http2 { get; init; }

    public Task<GatedHost> StartAsync() => GatedHost.StartAsync(Pipeline, Services);

    public override string ToString() => Name;
}
