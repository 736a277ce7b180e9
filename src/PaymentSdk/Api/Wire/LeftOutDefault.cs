namespace PaymentSdk.Api.Wire;

/// <summary>One default of the host's HTTP clients that the payment client does not use.</summary>
/// <param name="What">The name of the default, by which it can be found in the host's program.</param>
/// <param name="Line">The code after <c>AddPaymentSdk()</c> that adds it to the payment client.</param>
/// <param name="IsUsual">Whether most hosts have the default from their template and no payment needs it.</param>
internal sealed record LeftOutDefault(string What, string Line, bool IsUsual)
{
    private const string Resilience = "Microsoft.Extensions.Http.Resilience";
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";
    private const string HeaderPropagation = "Microsoft.AspNetCore.HeaderPropagation";

    public static LeftOutDefault Of(DelegatingHandler handler) => AssemblyOf(handler.GetType()) switch
    {
        Resilience => new("the resilience handler", ".HttpClient.AddStandardResilienceHandler(), which payments do not need: they are timed and resent by rules of their own", IsUsual: true),
        ServiceDiscovery => new("service discovery", ".HttpClient.AddServiceDiscovery(), which the address of the payment API does not need", IsUsual: true),
        HeaderPropagation => new("header propagation", ".HttpClient.AddHeaderPropagation(), which fails wherever there is no current request", IsUsual: false),
        _ => new($"the handler {TypeName.Of(handler)}", $".HttpClient.AddHttpMessageHandler<{TypeName.Of(handler)}>()", IsUsual: false),
    };

    public static bool IsUsualType(Type type) => AssemblyOf(type) is Resilience or ServiceDiscovery;

    private static string AssemblyOf(Type type)
    {
        var name = type.Assembly.GetName().Name ?? "";
        return name.StartsWith(ServiceDiscovery, StringComparison.Ordinal) ? ServiceDiscovery : name;
    }
}
