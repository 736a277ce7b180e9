using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk;

/// <summary>What <c>AddPaymentSdk</c> returns: one registration, to which origins, a ledger and more are added.</summary>
public sealed class PaymentSdkBuilder
{
    internal PaymentSdkBuilder(IServiceCollection services, string name, IHttpClientBuilder httpClient)
    {
        Services = services;
        Name = name;
        HttpClient = httpClient;
    }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of this registration; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>The HTTP client that this registration calls the API with.</summary>
    public IHttpClientBuilder HttpClient { get; }
}
